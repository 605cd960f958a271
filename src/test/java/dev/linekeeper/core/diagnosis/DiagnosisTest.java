package dev.linekeeper.core.diagnosis;

import static dev.linekeeper.core.ContosoFixture.rule;
import static dev.linekeeper.core.ContosoFixture.us;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Fact;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest(name = "{0}: {1}, first cause {2}")
    @CsvSource({
        "F01, NOTHING_FOUND,  ,       callerid.shared.number",
        "F02, CANNOT_CALL,    USR-05, readiness.USR-05.off",
        "F03, CANNOT_CALL,    USR-03, readiness.USR-03.withdrawn",
        "F04, CANNOT_CALL,    POL-01, callerid.closed.no-policy",
        "F05, CALLS_IN_DOUBT, VRP-01, readiness.VRP-01.inherited-global",
        "F11, CANNOT_CALL,    USR-06, callerid.own.not-routed",
        "F13, CALLS_IN_DOUBT, RES-12, readiness.RES-12.none",
        "F15, CANNOT_CALL,    RES-04, callerid.closed.no-number",
        "F18, NOTHING_FOUND,  ,       callerid.shared.number",
        "F22, NOTHING_FOUND,  ,       callerid.shared.number",
        "F28, NOTHING_FOUND,  ,       callerid.shared.number",
        "F41, CALLS_IN_DOUBT, TEN-01, readiness.TEN-01.outside"
    })
    void givesTheVerdictFirst(String name, Diagnosis.Conclusion conclusion, String cause, String reason) {
        var diagnosis = diagnosis(name);

        assertThat(diagnosis.conclusion()).isEqualTo(conclusion);
        assertThat(diagnosis.cause().map(finding -> finding.rule().id().value()).orElse(null))
                .isEqualTo(cause);
        assertThat(diagnosis.reason().key()).isEqualTo(reason);
    }

    @Test
    void isNotSureWhereTheAccountCouldNotBeRead() {
        var diagnosis = diagnosis("F42");

        assertThat(diagnosis.conclusion()).isEqualTo(Diagnosis.Conclusion.NOT_VERIFIED);
        assertThat(diagnosis.verdict().key()).isEqualTo("diagnosis.not-verified");
        assertThat(diagnosis.cause().orElseThrow().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void goesFromThePersonToEmergencyCalls() {
        var diagnosis = diagnosis("F22");

        assertThat(diagnosis.evidence().stream().map(Evidence::level)).containsExactly(DiagnosisLevel.values());
        assertThat(diagnosis.evidence().stream()
                        .filter(level -> Stream.of(Outcome.FAIL, Outcome.WARN, Outcome.UNKNOWN)
                                .anyMatch(outcome -> !level.with(outcome).isEmpty()))
                        .map(Evidence::level))
                .containsExactly(DiagnosisLevel.EMERGENCY);
        assertThat(diagnosis
                        .evidence()
                        .getLast()
                        .with(Outcome.FAIL)
                        .getFirst()
                        .rule()
                        .id()
                        .value())
                .isEqualTo("EMG-03");
        assertThat(diagnosis.evidence())
                .allSatisfy(level -> assertThat(level.with(Outcome.NA)).isEmpty());
    }

    @Test
    void namesThePersonInTheVerdict() {
        assertThat(diagnosis("F02").verdict().arguments()).containsExactly("Person F02");
        assertThat(diagnosis("F02").person())
                .isEqualTo(ContosoCase.of("F02").person().id());
    }

    @Test
    void putsEveryRuleOnALevel() {
        assertThat(diagnosis("F13")
                        .evidence()
                        .get(DiagnosisLevel.FUNDING.ordinal())
                        .with(Outcome.FAIL))
                .hasSize(1);
        assertThat(diagnosis("F24")
                        .evidence()
                        .get(DiagnosisLevel.EMERGENCY.ordinal())
                        .with(Outcome.FAIL))
                .extracting(finding -> finding.rule().id().value())
                .containsExactly("POL-07", "POL-08");
    }

    @Test
    void isNotUnsettledByAnUnreadWarning() {
        var it = ContosoCase.of("F01");
        var person = us("u").validationErrors(Fact.missing("gone")).build();

        assertThat(Diagnosis.of(person, it.tenant(), it.settings()).conclusion())
                .isEqualTo(Diagnosis.Conclusion.NOTHING_FOUND);
    }

    @ParameterizedTest(name = "{0} is about {1}")
    @CsvSource({
        "POL-02, POLICY",
        "POL-03, EMERGENCY",
        "POL-12, EMERGENCY",
        "POL-13, POLICY",
        "VRP-01, POLICY",
        "TEN-01, POLICY",
        "USR-05, PERSON",
        "DPL-01, PERSON",
        "CLI-01, PERSON",
        "RES-04, ACCOUNT",
        "RES-13, FUNDING",
        "EMG-01, EMERGENCY"
    })
    void knowsTheLevelOfARule(String rule, DiagnosisLevel level) {
        assertThat(DiagnosisLevel.of(rule(rule).topic())).isEqualTo(level);
    }

    private static Diagnosis diagnosis(String name) {
        var it = ContosoCase.of(name);
        return Diagnosis.of(it.person(), it.tenant(), it.settings());
    }
}

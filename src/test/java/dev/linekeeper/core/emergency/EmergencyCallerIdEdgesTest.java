package dev.linekeeper.core.emergency;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.settings;
import static dev.linekeeper.core.ContosoFixture.uk;
import static dev.linekeeper.core.ContosoFixture.us;
import static dev.linekeeper.core.tenant.PolicyKind.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.tenant.PolicyKind.SHARED_CALLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.PersonFixture;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.ResourceAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an emergency call shows where something is unusual or could not be read. */
class EmergencyCallerIdEdgesTest {

    @Test
    void withoutCallbackNumbersItDependsOnWhatAnswersTheAccount() {
        assertThat(described(contoso()
                        .account(
                                "ra-sea",
                                a -> a.associations(new ResourceAccount.Association(
                                        ResourceAccount.Application.CALL_QUEUE, "queue")))))
                .isEqualTo("RESOURCE_ACCOUNT_NUMBER AUTO_ATTENDANT HIGH emergency.shown.account.queue");
        assertThat(described(contoso().account("ra-sea", a -> a.associations())))
                .isEqualTo("RESOURCE_ACCOUNT_NUMBER NONE HIGH emergency.shown.account.nobody");
        assertThat(described(contoso().unreadable("autoAttendants")))
                .isEqualTo("RESOURCE_ACCOUNT_NUMBER NONE LOW emergency.shown.account.unread");
        assertThat(described(contoso()))
                .isEqualTo("RESOURCE_ACCOUNT_NUMBER AUTO_ATTENDANT HIGH emergency.shown.account.attendant");
    }

    @Test
    void callbackNumbersTheTenantDoesNotListAreNotNamed() {
        var answer = answer(us("u"), contoso().withoutNumber("+14255550172"));

        assertThat(answer.kind()).isEqualTo(EmergencyCallerId.EmergencyCallerIdKind.UNDETERMINED);
        assertThat(answer.numbers()).isEmpty();
        assertThat(answer.because().key()).isEqualTo("emergency.shown.not-listed");
    }

    @Test
    void emergencyRoutingThatCouldNotBeReadLeavesTheAnswerOpen() {
        assertThat(answer(us("u").policy(EMERGENCY_CALL_ROUTING, Fact.missing("gone")), contoso())
                        .kind())
                .isEqualTo(EmergencyCallerId.EmergencyCallerIdKind.UNDETERMINED);
    }

    @Test
    void sitesThatCouldNotBeReadMakeTheAnswerUnsure() {
        var answer = answer(us("u"), contoso().sites(Fact.missing("gone")));

        assertThat(answer.callback()).isEqualTo(EmergencyCallerId.Callback.PERSON);
        assertThat(answer.confidence()).isEqualTo(Confidence.LOW);
        assertThat(answer.caveats()).isNotEmpty();
    }

    @Test
    void what_is_dialled_where_the_shared_number_is_is_no_headline_elsewhere() {
        var here = uk("u").in("US").direct(EMERGENCY_CALL_ROUTING, "E-US");
        var audit = Readiness.audit(here.build(), contoso().build(), settings());

        assertThat(audit.outcome(EmergencyDigitRules.LOCAL_NUMBERS)).isEqualTo(Outcome.WARN);
        assertThat(EmergencyVerdict.of(audit).level()).isNotEqualTo(EmergencyLevel.NOT_RECOGNISED);
        assertThat(EmergencyVerdict.of(
                        Readiness.audit(uk("u").in("JP").build(), contoso().build(), settings())))
                .returns(EmergencyLevel.NOT_RECOGNISED, EmergencyVerdict::level)
                .returns(List.of("110", "119"), EmergencyVerdict::numbers);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "F05, emergency.shown.contested",
        "F13, readiness.RES-12.none",
        "F20, readiness.EMG-02.usage",
        "F22, readiness.EMG-03.no-usage",
        "F40, emergency.shown.several-lines"
    })
    void saysWhatIsInDoubt(String name, String caveat) {
        var it = ContosoCase.of(name);

        assertThat(EmergencyCallerId.of(Readiness.audit(it.person(), it.tenant(), it.settings())).caveats().stream()
                        .map(Explanation::key))
                .containsExactly(caveat);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "F01, emergency.shown.pool",
        "F02, readiness.USR-05.off",
        "F07, emergency.shown.own",
        "F11, emergency.shown.own-not-routed",
        "F17, emergency.shown.one",
        "F30, readiness.EMG-01.empty"
    })
    void saysWhy(String name, String key) {
        var it = ContosoCase.of(name);

        assertThat(EmergencyCallerId.of(Readiness.audit(it.person(), it.tenant(), it.settings()))
                        .because()
                        .key())
                .isEqualTo(key);
    }

    @Test
    void e5_aHiddenCallerIdPlaysNoPart() {
        var hidden = ContosoCase.of("F31");
        var plain = ContosoCase.of("F01");

        assertThat(EmergencyCallerId.of(Readiness.audit(hidden.person(), hidden.tenant(), hidden.settings())))
                .isEqualTo(EmergencyCallerId.of(Readiness.audit(plain.person(), plain.tenant(), plain.settings())));
    }

    private static String described(TenantFixture tenant) {
        var answer = answer(us("u").direct(SHARED_CALLING, "SC-SEA0"), tenant);
        return "%s %s %s %s"
                .formatted(
                        answer.kind(),
                        answer.callback(),
                        answer.confidence(),
                        answer.because().key());
    }

    private static EmergencyCallerId answer(PersonFixture person, TenantFixture tenant) {
        return EmergencyCallerId.of(Readiness.audit(person.build(), tenant.build(), settings()));
    }
}

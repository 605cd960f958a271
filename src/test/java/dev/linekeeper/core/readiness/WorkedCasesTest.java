package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.ContosoFixture.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every named case of the domain reference: what it comes to, which rules fail and which warn. */
class WorkedCasesTest {
    @ParameterizedTest(name = "{0} is {1}, fails {2}, warns {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        F01 | READY               | -             | -
        F02 | NOT_READY           | USR-05        | -
        F03 | NOT_READY           | USR-03        | -
        F04 | NOT_READY           | POL-01        | -
        F05 | NOT_READY           | VRP-01        | -
        F06 | READY_WITH_WARNINGS | -             | VRP-02
        F07 | NOT_READY           | USR-06        | USR-11
        F08 | NOT_READY           | USR-06        | USR-11
        F09 | READY               | -             | -
        F10 | NOT_READY           | VRP-01        | -
        F11 | NOT_READY           | USR-06        | -
        F12 | NOT_READY           | RES-10        | POL-11
        F13 | NOT_READY           | RES-12        | POL-11
        F14 | NOT_READY           | RES-08        | POL-11
        F15 | NOT_READY           | RES-04        | -
        F16 | NOT_READY           | POL-05        | -
        F17 | READY               | -             | -
        F18 | READY_WITH_WARNINGS | -             | POL-11
        F19 | READY               | -             | -
        F20 | NOT_READY           | EMG-02        | -
        F21 | READY               | -             | -
        F22 | NOT_READY           | EMG-03        | -
        F23 | NOT_READY           | VRP-01        | -
        F24 | NOT_READY           | POL-07 POL-08 | -
        F25 | NOT_READY           | RES-14        | POL-11
        F26 | NOT_READY           | POL-03        | -
        F27 | NOT_READY           | POL-04        | -
        F28 | NOT_READY           | POL-07        | -
        F29 | NOT_READY           | POL-06        | -
        F30 | NOT_READY           | EMG-01        | -
        F31 | READY_WITH_WARNINGS | -             | CLI-01
        F32 | READY_WITH_WARNINGS | -             | CLI-01
        F33 | READY_WITH_WARNINGS | -             | CLI-02
        F34 | READY               | -             | -
        F35 | READY_WITH_WARNINGS | -             | RES-16
        F36 | NOT_READY           | EMG-09        | -
        F37 | READY_WITH_WARNINGS | -             | USR-09 EMG-05
        F38 | READY               | -             | -
        F39 | READY               | -             | -
        F40 | NOT_READY           | USR-06 POL-01 | USR-13
        F41 | NOT_READY           | TEN-01        | -
        F42 | NOT_VERIFIED        | -             | -
        """)
    void a_worked_case_comes_out_as_worked(String name, Overall overall, String failing, String warning) {
        var report = audited(ContosoCase.of(name));

        assertThat(ids(report, Outcome.FAIL)).isEqualTo(split(failing));
        assertThat(ids(report, Outcome.WARN)).isEqualTo(split(warning));
        assertThat(report.overall()).isEqualTo(overall);
    }

    @ParameterizedTest(name = "{0} asks a human about {1}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        F01 | -
        F14 | EMG-13
        F19 | RES-18 EMG-13
        F21 | RES-20 POL-09 EMG-13
        """)
    void what_cannot_be_read_is_asked_for(String name, String manual) {
        assertThat(ids(audited(ContosoCase.of(name)), Outcome.MANUAL)).isEqualTo(split(manual));
    }

    @ParameterizedTest(name = "{0} says {2} of {1}")
    @CsvSource({
        "F04, RES-04, NA", "F04, POL-14, NA", "F09, USR-07, INFO", "F15, RES-05, NA", "F16, POL-11, NA",
        "F17, POL-12, INFO", "F25, RES-15, NA", "F38, POL-15, INFO", "F39, POL-15, INFO", "F42, RES-04, UNKNOWN",
        "F42, RES-01, UNKNOWN", "F01, POL-13, INFO", "F01, EMG-14, INFO", "F01, RES-09, INFO", "F12, RES-11, NA"
    })
    void a_rule_says_what_the_case_is_about(String name, String rule, Outcome outcome) {
        assertThat(audited(ContosoCase.of(name)).outcome(rule(rule))).isEqualTo(outcome);
    }

    @Test
    void an_account_without_an_attendant_is_not_ready_where_people_call_back() {
        var strict = new JudgementSettings(Optional.empty(), true, Map.of());

        var report = audited(ContosoCase.of("F35").judgedBy(strict));

        assertThat(report.overall()).isEqualTo(Overall.NOT_READY);
        assertThat(ids(report, Outcome.FAIL)).containsExactly("RES-16");
    }

    private static Report<PersonCase> audited(ContosoCase c) {
        return Readiness.audit(c.person(), c.tenant(), c.settings());
    }

    private static List<String> ids(Report<PersonCase> report, Outcome outcome) {
        return report.with(outcome).stream()
                .map(finding -> finding.rule().id().value())
                .toList();
    }

    private static List<String> split(String ids) {
        return ids == null ? List.of() : Arrays.asList(ids.split(" "));
    }
}

package dev.linekeeper.core.callerid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caller ID column of the worked cases. */
class CallerIdCasesTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
    @CsvSource(textBlock = """
        F01, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F02, NOT_ABLE_TO_CALL, ,              ,                 HIGH
        F03, NOT_ABLE_TO_CALL, ,              ,                 HIGH
        F04, NOT_ABLE_TO_CALL, ,              ,                 HIGH
        F05, UNDETERMINED,     ,              ,                 LOW
        F06, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F07, NUMBER,           +14255550140,  OWN_NUMBER,       MEDIUM
        F08, NUMBER,           +14255550100,  CLID_RESOURCE,    MEDIUM
        F09, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F10, NUMBER,           +14255550190,  OWN_NUMBER,       MEDIUM
        F11, NOT_ABLE_TO_CALL, ,              ,                 LOW
        F12, NUMBER,           +14255550110,  RESOURCE_ACCOUNT, HIGH
        F13, NUMBER,           +14255550120,  RESOURCE_ACCOUNT, LOW
        F14, NUMBER,           +61255501100,  RESOURCE_ACCOUNT, LOW
        F15, NOT_ABLE_TO_CALL, ,              ,                 HIGH
        F16, NUMBER,           +18005550199,  RESOURCE_ACCOUNT, HIGH
        F17, NUMBER,           +18005550199,  RESOURCE_ACCOUNT, HIGH
        F18, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F19, NUMBER,           +442079460100, RESOURCE_ACCOUNT, HIGH
        F20, NUMBER,           +442079460100, RESOURCE_ACCOUNT, HIGH
        F21, NUMBER,           +493023125100, RESOURCE_ACCOUNT, HIGH
        F22, NUMBER,           +493023125100, RESOURCE_ACCOUNT, HIGH
        F23, UNDETERMINED,     ,              ,                 LOW
        F24, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F25, NUMBER,           +493023125110, RESOURCE_ACCOUNT, LOW
        F26, NUMBER,           +442079460100, RESOURCE_ACCOUNT, HIGH
        F27, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F28, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F29, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F30, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F31, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, MEDIUM
        F32, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, MEDIUM
        F33, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, MEDIUM
        F34, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F35, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F36, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F37, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F38, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F39, NUMBER,           +14255550100,  RESOURCE_ACCOUNT, HIGH
        F40, NUMBER,           +442079460120, OWN_NUMBER,       HIGH
        F41, UNDETERMINED,     ,              ,                 LOW
        F42, UNDETERMINED,     ,              ,                 LOW
        """)
    void isTheOneOfTheWorkedCase(
            String name,
            CallerId.CallerIdKind kind,
            String number,
            CallerId.CallerIdSource source,
            Confidence confidence) {
        var answer = answer(name);

        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.number().map(PhoneNumber::toString).orElse(null)).isEqualTo(number);
        assertThat(answer.source().orElse(null)).isEqualTo(source);
        assertThat(answer.confidence()).isEqualTo(confidence);
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource({
        "F01, ''",
        "F07, callerid.caveat.own-number-wins",
        "F13, callerid.caveat.calls-may-fail",
        "F14, callerid.caveat.calls-may-fail",
        "F25, callerid.caveat.calls-may-fail",
        "F31, callerid.caveat.hiding-not-guaranteed",
        "F32, callerid.caveat.hiding-not-guaranteed",
        "F33, callerid.caveat.other-account",
        "F34, callerid.caveat.name-from-account",
        "F40, callerid.caveat.several-lines"
    })
    void carriesTheCaveatOfTheCase(String name, String caveat) {
        assertThat(answer(name).caveats().stream()
                        .map(Explanation::key)
                        .findFirst()
                        .orElse(""))
                .isEqualTo(caveat);
    }

    @Test
    void namesTheNumberThatThePersonsOwnPolicyWouldShow() {
        assertThat(answer("F33").caveats().getFirst().arguments()).contains(PhoneNumber.of("+442079460100"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "F02, readiness.USR-05.off",
        "F03, readiness.USR-03.withdrawn",
        "F04, callerid.closed.no-policy",
        "F05, callerid.unreadable.contested",
        "F11, callerid.own.not-routed",
        "F15, callerid.closed.no-number",
        "F41, readiness.TEN-01.outside",
        "F42, callerid.unreadable.missing",
        "F01, callerid.shared.number",
        "F08, callerid.own.substituted",
        "F07, callerid.own.number"
    })
    void saysWhy(String name, String key) {
        assertThat(answer(name).because().key()).isEqualTo(key);
    }

    @Test
    void perLineAPersonWithTwoNumbersShowsTwo() {
        var it = ContosoCase.of("F40");

        var lines = CallerIdResolver.lines(Readiness.audit(it.person(), it.tenant(), it.settings()));

        assertThat(lines.stream()
                        .map(line -> "%s %s %s"
                                .formatted(
                                        line.line().category(),
                                        line.callerId().number().orElseThrow(),
                                        line.callerId().confidence()))
                        .collect(Collectors.toList()))
                .containsExactly("PRIMARY +442079460120 HIGH", "ALTERNATE +14255550100 LOW");
    }

    @Test
    void whoCallsBackReachesTheAutoAttendant() {
        assertThat(answer("F01").answering()).isInstanceOf(CallRecipient.Attendant.class);
        assertThat(answer("F35").answering()).isEqualTo(new CallRecipient.NobodyAnswers());
        assertThat(answer("F07").answering()).isEqualTo(new CallRecipient.CallerThemselves());
        assertThat(answer("F02").answering()).isEqualTo(new CallRecipient.UnknownRecipient());
    }

    private static CallerId answer(String name) {
        var it = ContosoCase.of(name);
        return CallerIdResolver.normal(Readiness.audit(it.person(), it.tenant(), it.settings()));
    }
}

package dev.linekeeper.core.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.callerid.Confidence;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The emergency column of the worked cases. */
class EmergencyCallerIdCasesTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
    @CsvSource(textBlock = """
        F01, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F02, NOT_ABLE_TO_CALL,        '',                        NONE,           LOW
        F03, NOT_ABLE_TO_CALL,        '',                        NONE,           LOW
        F04, NOT_ABLE_TO_CALL,        '',                        NONE,           LOW
        F05, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         LOW
        F06, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F07, OWN_NUMBER,              +14255550140,              PERSON,         MEDIUM
        F08, OWN_NUMBER,              +14255550140,              PERSON,         MEDIUM
        F09, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F10, OWN_NUMBER,              +14255550190,              PERSON,         MEDIUM
        F11, UNDETERMINED,            '',                        NONE,           LOW
        F12, RESOURCE_ACCOUNT_NUMBER, +14255550110,              AUTO_ATTENDANT, HIGH
        F13, RESOURCE_ACCOUNT_NUMBER, +14255550120,              AUTO_ATTENDANT, LOW
        F14, RESOURCE_ACCOUNT_NUMBER, +61255501100,              AUTO_ATTENDANT, LOW
        F15, NOT_ABLE_TO_CALL,        '',                        NONE,           LOW
        F16, UNSUPPORTED,             '',                        UNSUPPORTED,    HIGH
        F17, CALLBACK_NUMBER,         +14255550173,              PERSON,         HIGH
        F18, RESOURCE_ACCOUNT_NUMBER, +14255550100,              AUTO_ATTENDANT, HIGH
        F19, CALLBACK_NUMBER,         +442079460171,             PERSON,         HIGH
        F20, CALLBACK_NUMBER,         +442079460171,             PERSON,         LOW
        F21, CALLBACK_NUMBER,         +493023125171,             PERSON,         HIGH
        F22, CALLBACK_NUMBER,         +493023125171,             PERSON,         LOW
        F23, CALLBACK_NUMBER,         +493023125171,             PERSON,         LOW
        F24, CALLBACK_NUMBER,         +14255550171,              UNSUPPORTED,    LOW
        F25, RESOURCE_ACCOUNT_NUMBER, +493023125110,             AUTO_ATTENDANT, LOW
        F26, CALLBACK_NUMBER,         +442079460172,             UNSUPPORTED,    LOW
        F27, CALLBACK_NUMBER,         +442079460173,             UNSUPPORTED,    LOW
        F28, CALLBACK_NUMBER,         +14255550174,              UNSUPPORTED,    LOW
        F29, CALLBACK_NUMBER,         +14255550130,              UNSUPPORTED,    LOW
        F30, NOT_ENABLED,             '',                        NONE,           LOW
        F31, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F32, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F33, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F34, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F35, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F36, CALLBACK_POOL,           +14255550171 +14255550172, UNSUPPORTED,    LOW
        F37, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F38, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F39, CALLBACK_POOL,           +14255550171 +14255550172, PERSON,         MEDIUM
        F40, OWN_NUMBER,              +442079460120,             PERSON,         LOW
        F41, UNDETERMINED,            '',                        NONE,           LOW
        F42, UNDETERMINED,            '',                        NONE,           LOW
        """)
    void isTheOneOfTheWorkedCase(
            String name,
            EmergencyCallerId.EmergencyCallerIdKind kind,
            String numbers,
            EmergencyCallerId.Callback callback,
            Confidence confidence) {
        var it = ContosoCase.of(name);

        var answer = EmergencyCallerId.of(Readiness.audit(it.person(), it.tenant(), it.settings()));

        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.numbers().stream().map(PhoneNumber::toString).collect(Collectors.joining(" ")))
                .isEqualTo(numbers);
        assertThat(answer.callback()).isEqualTo(callback);
        assertThat(answer.confidence()).isEqualTo(confidence);
    }
}

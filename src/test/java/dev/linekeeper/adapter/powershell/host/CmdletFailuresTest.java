package dev.linekeeper.adapter.powershell.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What cmdlets complain about, in the words seen in public (src/docs/shared-calling.md). */
class CmdletFailuresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User 'x' lacks appropriate licenses to assign a 'CallingPlan' number | CONFLICT",
                "x already has a telephone number set in the on-premises Active Directory | CONFLICT",
                "Telephone Number '+1425' is not found from tenant | NOT_FOUND",
                "User can't be granted this policy | INVALID",
                "Management object not found for identity \"x\" | NOT_FOUND",
                "Policy \"x\" is not a user policy | INVALID",
                "A policy named x already exists | CONFLICT",
                "Access Denied. | DENIED",
                "Service is unavailable. Please try again later | TRANSIENT",
                "Too many requests | THROTTLED",
                "Something nobody has seen yet | INVALID"
            })
    void words_decide_when_there_is_no_status(String message, FailureKind kind) {
        assertThat(CmdletFailures.of(Cmdlet.SET_VOICE, error(0, message)).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "401,DENIED",
        "403,DENIED",
        "404,NOT_FOUND",
        "409,CONFLICT",
        "412,CONFLICT",
        "429,THROTTLED",
        "500,TRANSIENT",
        "503,TRANSIENT",
        "400,INVALID"
    })
    void a_status_decides_before_words(int status, FailureKind kind) {
        assertThat(CmdletFailures.of(Cmdlet.SET_VOICE, error(status, "Something"))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void a_failure_names_the_cmdlet_and_keeps_its_code() {
        var failure = CmdletFailures.of(Cmdlet.READ_ROUTES, error(0, "").put("errorId", "Some,Id"));
        assertThat(failure).hasMessage("Get-CsOnlineVoiceRoute: no reason was given");
        assertThat(failure.code()).isEqualTo("Some,Id");
        assertThat(failure.worthRetrying()).isFalse();
    }

    @Test
    void a_sign_in_that_only_failed_for_the_moment_is_worth_another_try() {
        assertThat(CmdletFailures.signIn(error(503, "x")).kind()).isEqualTo(FailureKind.TRANSIENT);
        assertThat(CmdletFailures.signIn(error(0, "whatever")).kind()).isEqualTo(FailureKind.DENIED);
    }

    private static ObjectNode error(int status, String message) {
        return JsonMapper.shared().createObjectNode().put("status", status).put("message", message);
    }
}

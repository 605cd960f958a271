package dev.linekeeper.adapter.powershell.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
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
        assertThat(CmdletFailures.of(Cmdlet.SET_VOICE_OR_NUMBER, error(0, message))
                        .kind())
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
        assertThat(CmdletFailures.of(Cmdlet.SET_VOICE_OR_NUMBER, error(status, "Something"))
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

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_has_been_reported_becomes_its_class(String message, JsonNode error, String kind) {
        assertThat(kindOf(error)).isEqualTo(kind);
    }

    static Stream<Arguments> what_has_been_reported_becomes_its_class() {
        return Stream.concat(
                trials("errors.json")
                        .map(row -> arguments(
                                row.path("message").asString(""),
                                row,
                                row.path("kind").asString())),
                trials("cases.json")
                        .filter(row -> row.path("expect").has("kind"))
                        .map(row -> arguments(
                                row.path("name").asString(""),
                                replyOf(row.path("expect"), row.path("module").asString("")),
                                row.path("expect").path("kind").asString())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // names that steer when they are not kept apart
                "[ClientError] : \"Forbidden\" not found | INVALID",
                "Policy 'Access Denied' not found | INVALID",
                "[ClientError] : \"a\"Forbidden 'x\" not found | INVALID",
                "The user 'timeout@contoso.example' is not found | NOT_FOUND",
                "Management object not found for identity \"429\". | NOT_FOUND",
                "Telephone Number “already assigned” is not found | NOT_FOUND",
                "The policy ‘no longer supported’ does not exist | INVALID",
                "The group O'Neill's team was not found | NOT_FOUND",
                // the same words in other shapes
                "Response status code does not indicate success: 403 (Forbidden). | DENIED",
                "The remote server returned an error: (503) Server Unavailable. | TRANSIENT",
                "{\"error\":{\"code\":\"X\",\"message\":\"Access Denied.\"}} | DENIED",
                "Name or service not known (api.interfaces.records.teams.microsoft.com:443) | TRANSIENT",
                "Unable to read data from the transport connection: Connection reset by peer. | TRANSIENT",
                "The operation was canceled. | TRANSIENT",
                "The operation has timed out. | TRANSIENT",
                "Field not found: 'Microsoft.Identity.Client.X'. | UNSUPPORTED",
                "Could not find file '/root/.local/share/x.dll'. | UNSUPPORTED",
                "The property 'Foo' cannot be found on this object. | UNSUPPORTED",
                "User cannot be found | NOT_FOUND",
                "AADSTS7000222: The provided client secret keys for app 'x' are expired. | DENIED",
                "AADSTS90033: A transient error has occurred. Please try again. | TRANSIENT",
                "AADSTS700082: The refresh token has expired due to inactivity. | SIGN_IN_AGAIN",
                "The access token is expired. | SIGN_IN_AGAIN",
                "Run Connect-MicrosoftTeams before running cmdlets. | SIGN_IN_AGAIN",
                "Lifetime validation failed, the token is expired. | SIGN_IN_AGAIN"
            })
    void siblings_of_what_has_been_reported(String message, String kind) {
        assertThat(kindOf(error(0, message))).isEqualTo(kind);
    }

    @Test
    void a_status_comes_before_the_id_and_the_id_before_the_category_and_the_category_before_words() {
        assertThat(kindOf(error(404, "x").put("errorId", "Forbidden"))).isEqualTo("NOT_FOUND");
        assertThat(kindOf(error(0, "does not exist").put("errorId", "Conflict,X")))
                .isEqualTo("CONFLICT");
        assertThat(kindOf(error(0, "does not exist").put("errorId", "Own").put("category", "PermissionDenied")))
                .isEqualTo("DENIED");
        assertThat(kindOf(error(403, "This cmdlet is no longer supported."))).isEqualTo("UNSUPPORTED");
    }

    @Test
    void how_long_to_wait_and_the_id_for_the_support_desk_are_kept() {
        var failure = CmdletFailures.of(
                Cmdlet.READ_ROUTES, error(429, "x").put("retryAfter", 17).put("requestId", "abc"));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(17));
        assertThat(failure.requestId()).isEqualTo("abc");
    }

    @Test
    void a_write_that_only_warned_was_refused_when_the_warning_says_so() {
        var answer = JsonMapper.shared().createObjectNode();
        answer.putArray("result");
        answer.putArray("warnings")
                .add("This cmdlet will be deprecated.")
                .add("Please try again later.")
                .add("Rank is not in the correct range");
        assertThat(CmdletFailures.refusal(Cmdlet.GRANT_CALLING, answer)).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID);
            assertThat(failure).hasMessageContaining("Rank is not in the correct range");
        });
        assertThat(CmdletFailures.refusal(Cmdlet.READ_ROUTES, answer)).isEmpty();
    }

    @Test
    void a_sign_in_on_a_broken_installation_is_not_a_missing_right() {
        assertThat(CmdletFailures.signIn(error(0, "Could not load file or assembly 'x'"))
                        .kind())
                .isEqualTo(FailureKind.UNSUPPORTED);
        assertThat(CmdletFailures.signIn(error(0, "No such host is known. (login.microsoftonline.com:443)"))
                        .kind())
                .isEqualTo(FailureKind.TRANSIENT);
    }

    private static String kindOf(JsonNode error) {
        return CmdletFailures.endsSession(error)
                ? "SIGN_IN_AGAIN"
                : CmdletFailures.of(Cmdlet.SET_VOICE_OR_NUMBER, error).kind().name();
    }

    private static Stream<JsonNode> trials(String file) {
        return JsonMapper.shared()
                .readTree(Path.of("src/test/trials/powershell", file))
                .valueStream();
    }

    /** What host.ps1 replies to the case: its text, or that of the exception its description quotes. */
    private static ObjectNode replyOf(JsonNode expect, String module) {
        var quoted = Pattern.compile("(?:throws|throw) (['\"])(.*)\\1").matcher(module);
        var message = expect.path("message").asString(expect.path("once").asString(""));
        return error(expect.path("status").asInt(0), quoted.find() ? quoted.group(2) : message)
                .put("errorId", expect.path("errorId").asString(""))
                .put("category", expect.path("category").asString(""));
    }

    private static ObjectNode error(int status, String message) {
        return JsonMapper.shared().createObjectNode().put("status", status).put("message", message);
    }
}

package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Converts errors of cmdlets to {@link BackendFailure}; {@link ErrorClass} decides the kind. */
public final class CmdletFailures {
    private CmdletFailures() {}

    public static BackendFailure of(Cmdlet cmdlet, JsonNode error) {
        return failure(ErrorClass.of(error).kind(), error, "%s: %s".formatted(cmdlet.command(), message(error)));
    }

    /**
     * Whether the error says that the process is not signed in any more: the sign-in expired, was lost, or was never
     * there. Signing in anew may help; when it does not, {@link #of} makes it {@code DENIED}.
     */
    public static boolean endsSession(JsonNode error) {
        return ErrorClass.of(error) == ErrorClass.SESSION_LOST;
    }

    /**
     * A warning of a write that says it was refused ("Rank is not in the correct range"); empty for other warnings, and
     * for those of reads.
     */
    public static Optional<BackendFailure> refusal(Cmdlet cmdlet, JsonNode answer) {
        if (cmdlet.reads()) {
            return Optional.empty();
        }
        return answer.path("warnings")
                .valueStream()
                .map(warning -> warning.asString(""))
                .filter(warning ->
                        meaning(warning).filter(ErrorClass::isRefusal).isPresent())
                .findFirst()
                .map(warning -> new BackendFailure(
                        meaning(warning).orElseThrow().kind(),
                        "%s warned and did nothing: %s".formatted(cmdlet.command(), warning)));
    }

    /** An error of Connect-MicrosoftTeams: what is neither passing nor a broken installation is a missing right. */
    static BackendFailure signIn(JsonNode error) {
        var kind = ErrorClass.of(error).kind();
        return failure(
                switch (kind) {
                    case TRANSIENT, THROTTLED, UNSUPPORTED -> kind;
                    case NOT_FOUND, DENIED, INVALID, CONFLICT, PROTOCOL -> FailureKind.DENIED;
                },
                error,
                "Signing in to Teams PowerShell failed: %s".formatted(message(error)));
    }

    /** An error of loading the module. */
    static BackendFailure start(JsonNode error) {
        return failure(
                FailureKind.UNSUPPORTED,
                error,
                "The MicrosoftTeams module cannot be loaded: %s".formatted(message(error)));
    }

    private static BackendFailure failure(FailureKind kind, JsonNode error, String detail) {
        var wait = error.path("retryAfter").asInt(0);
        return new BackendFailure(
                kind,
                error.path("errorId").asString(""),
                detail,
                error.path("requestId").asString(""),
                wait > 0 ? Optional.of(Duration.ofSeconds(wait)) : Optional.empty());
    }

    private static Optional<ErrorClass> meaning(String warning) {
        return ErrorWords.meaning(ErrorWords.bare(warning));
    }

    private static String message(JsonNode error) {
        var message = error.path("message").asString("").strip();
        return message.isEmpty() ? "no reason was given" : message;
    }
}

package dev.linekeeper.adapter.powershell.host;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Converts errors of cmdlets to {@link BackendFailure}: by HTTP status when there is one, else by words of the message,
 * as most cmdlets give every error the same category. An unknown message is INVALID, which is never retried.
 */
public final class CmdletFailures {
    private record FailureWords(FailureKind kind, List<String> any) {}

    /** Parts of messages that Microsoft or admins have published; the first match counts. */
    private static final List<FailureWords> KNOWN = List.of(
            new FailureWords(
                    FailureKind.TRANSIENT,
                    List.of(
                            "service is unavailable",
                            "service unavailable",
                            "try again later",
                            "timed out",
                            "timeout")),
            new FailureWords(
                    FailureKind.THROTTLED, List.of("too many requests", "toomanyrequests", "throttl", "(429)")),
            new FailureWords(
                    FailureKind.DENIED,
                    List.of(
                            "access denied",
                            "access is denied",
                            "forbidden",
                            "unauthorized",
                            "not authorized",
                            "insufficient privileges")),
            new FailureWords(
                    FailureKind.CONFLICT,
                    List.of(
                            "lacks appropriate license",
                            "lacks appropriate licence",
                            "on-premises active directory",
                            "already exists",
                            "already assigned",
                            "already in use",
                            "is in use",
                            "still assigned")),
            new FailureWords(
                    FailureKind.INVALID, List.of("can't be granted", "cannot be granted", "is not a user policy")),
            new FailureWords(
                    FailureKind.NOT_FOUND,
                    List.of(
                            "is not found",
                            "not found",
                            "cannot find",
                            "could not find",
                            "does not exist",
                            "couldn't find")));

    private CmdletFailures() {}

    public static BackendFailure of(Cmdlet cmdlet, JsonNode error) {
        var message = message(error);
        return new BackendFailure(
                kind(error, message),
                error.path("errorId").asString(""),
                "%s: %s".formatted(cmdlet.command(), message),
                error.path("requestId").asString(""),
                Optional.empty());
    }

    /** An error of Connect-MicrosoftTeams. */
    static BackendFailure signIn(JsonNode error) {
        var message = message(error);
        var kind = kind(error, message);
        return new BackendFailure(
                kind == FailureKind.TRANSIENT || kind == FailureKind.THROTTLED ? kind : FailureKind.DENIED,
                error.path("errorId").asString(""),
                "Signing in to Teams PowerShell failed: %s".formatted(message),
                "",
                Optional.empty());
    }

    /** An error of loading the module. */
    static BackendFailure start(JsonNode error) {
        return new BackendFailure(
                FailureKind.UNSUPPORTED, "The MicrosoftTeams module cannot be loaded: %s".formatted(message(error)));
    }

    private static FailureKind kind(JsonNode error, String message) {
        return FailureKind.ofStatus(error.path("status").asInt(0)).orElseGet(() -> byWords(message));
    }

    private static FailureKind byWords(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(words -> words.any().stream().anyMatch(lower::contains))
                .map(FailureWords::kind)
                .findFirst()
                .orElse(FailureKind.INVALID);
    }

    private static String message(JsonNode error) {
        var message = error.path("message").asString("").strip();
        return message.isEmpty() ? "no reason was given" : message;
    }
}

package dev.linekeeper.adapter.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Turns what a cmdlet complains about into the one failure type the ports know. The HTTP status decides when there is
 * one; else the words, because most cmdlets give every complaint the same category. Words we do not know are of kind
 * INVALID: nothing is tried again on a guess.
 */
final class Failures {
    private record Words(Kind kind, List<String> any) {}

    /** In this order; the words are parts of messages seen in public. */
    private static final List<Words> KNOWN = List.of(
            new Words(
                    Kind.TRANSIENT,
                    List.of(
                            "service is unavailable",
                            "service unavailable",
                            "try again later",
                            "timed out",
                            "timeout")),
            new Words(Kind.THROTTLED, List.of("too many requests", "toomanyrequests", "throttl", "(429)")),
            new Words(
                    Kind.DENIED,
                    List.of(
                            "access denied",
                            "access is denied",
                            "forbidden",
                            "unauthorized",
                            "not authorized",
                            "insufficient privileges")),
            new Words(
                    Kind.CONFLICT,
                    List.of(
                            "lacks appropriate license",
                            "lacks appropriate licence",
                            "on-premises active directory",
                            "already exists",
                            "already assigned",
                            "already in use",
                            "is in use",
                            "still assigned")),
            new Words(Kind.INVALID, List.of("can't be granted", "cannot be granted", "is not a user policy")),
            new Words(
                    Kind.NOT_FOUND,
                    List.of(
                            "is not found",
                            "not found",
                            "cannot find",
                            "could not find",
                            "does not exist",
                            "couldn't find")));

    private Failures() {}

    /** A cmdlet refused to do its work. */
    static BackendFailure of(Cmdlet cmdlet, JsonNode error) {
        var message = message(error);
        return new BackendFailure(
                kind(error, message),
                error.path("errorId").asString(""),
                "%s: %s".formatted(cmdlet.command(), message),
                error.path("requestId").asString(""),
                Optional.empty());
    }

    /** Connect-MicrosoftTeams refused us. */
    static BackendFailure signIn(JsonNode error) {
        var message = message(error);
        var kind = kind(error, message);
        return new BackendFailure(
                kind == Kind.TRANSIENT || kind == Kind.THROTTLED ? kind : Kind.DENIED,
                error.path("errorId").asString(""),
                "Signing in to Teams PowerShell failed: %s".formatted(message),
                "",
                Optional.empty());
    }

    /** The host could not load the module. */
    static BackendFailure start(JsonNode error) {
        return new BackendFailure(
                Kind.UNSUPPORTED, "The MicrosoftTeams module cannot be loaded: %s".formatted(message(error)));
    }

    private static Kind kind(JsonNode error, String message) {
        return Kind.ofStatus(error.path("status").asInt(0)).orElseGet(() -> worded(message));
    }

    private static Kind worded(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(words -> words.any().stream().anyMatch(lower::contains))
                .map(Words::kind)
                .findFirst()
                .orElse(Kind.INVALID);
    }

    private static String message(JsonNode error) {
        var message = error.path("message").asString("").strip();
        return message.isEmpty() ? "no reason was given" : message;
    }
}

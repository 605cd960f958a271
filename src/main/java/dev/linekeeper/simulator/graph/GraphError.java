package dev.linekeeper.simulator.graph;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Thrown to answer a call with an error, in one of the shapes seen in public logs. */
final class GraphError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final Optional<String> retryAfter;

    private GraphError(int status, String code, String message, Optional<String> retryAfter) {
        super(message);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static GraphError of(int status, String code, String message) {
        return new GraphError(status, code, message, Optional.empty());
    }

    static GraphError throttled(String retryAfter) {
        return new GraphError(429, "TooManyRequests", "Too many requests.", Optional.of(retryAfter));
    }

    static GraphError broken(int status, Optional<Duration> retryAfter) {
        return new GraphError(
                status,
                "serviceNotAvailable",
                "The service is temporarily unavailable.",
                retryAfter.map(wait -> String.valueOf(wait.toSeconds())));
    }

    static String date(Instant when) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(when.atZone(ZoneOffset.UTC));
    }

    static GraphError invalid(String message) {
        return of(400, "BadRequest", message);
    }

    /** The directory's error for an unknown id. */
    static GraphError noSuch(String id) {
        return of(
                404,
                "Request_ResourceNotFound",
                "Resource '%s' does not exist or one of its queried reference-property objects are not present."
                        .formatted(id));
    }

    /** An error of the Teams backend, as JSON inside the message. */
    static GraphError nested(int status, String code, String message, String action) {
        var own = WireJson.object().put("code", code).put("message", message).put("action", action);
        return of(status, "UnknownError", own.toString());
    }

    static GraphError nestedNotFound() {
        return nested(404, "NotFound", "Resource not found.", "Check the identifier.");
    }

    static GraphError missingPermission(String permission) {
        return of(
                403,
                "forbidden",
                "Insufficient permission(s) for the request. API requires any of these permissions: %s."
                        .formatted(permission));
    }

    static GraphError accessDenied() {
        return nested(403, "Forbidden", "Access Denied.", "Provide a different credential.");
    }

    static GraphError notSupported(String address) {
        return invalid(
                "This API is not supported for AAD accounts (no addressUrl for Microsoft.IC3.%s)".formatted(address));
    }

    /** A refused change in the words of the Teams backend. */
    static GraphError of(BackendFailure failure) {
        var message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case NOT_FOUND -> nested(404, "NotFound", message, "Check the identifier.");
            case INVALID -> nested(400, "BadRequest", message, "Correct the request.");
            case CONFLICT -> nested(409, "Conflict", message, "Change the state first.");
            case DENIED -> accessDenied();
            case UNSUPPORTED -> invalid(message);
            case THROTTLED, TRANSIENT, PROTOCOL -> of(500, "InternalServerError", message);
        };
    }

    int status() {
        return status;
    }

    Optional<String> retryAfter() {
        return retryAfter;
    }

    ObjectNode body(String requestId) {
        var body = WireJson.object();
        body.putObject("error")
                .put("code", code)
                .put("message", String.valueOf(getMessage()))
                .putObject("innerError")
                .put("date", "2026-11-22T12:00:00")
                .put("request-id", requestId)
                .put("client-request-id", requestId);
        return body;
    }
}

package dev.linekeeper.simulator.graph;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.WireJson;

/** Thrown to answer a call with an error, in one of the shapes seen in public logs. */
final class GraphError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private GraphError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static GraphError of(int status, String code, String message) {
        return new GraphError(status, code, message);
    }

    static GraphError invalid(String message) {
        return new GraphError(400, "BadRequest", message);
    }

    /** The directory's error for an unknown id. */
    static GraphError noSuch(String id) {
        return new GraphError(
                404,
                "Request_ResourceNotFound",
                "Resource '%s' does not exist or one of its queried reference-property objects are not present."
                        .formatted(id));
    }

    /** An error of the Teams backend, as JSON inside the message. */
    static GraphError nested(int status, String code, String message, String action) {
        var own = WireJson.object().put("code", code).put("message", message).put("action", action);
        return new GraphError(status, "UnknownError", own.toString());
    }

    static GraphError missingPermission(String permission) {
        return new GraphError(
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

    /** A failure of the model in the words of the Teams backend. */
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

    String code() {
        return code;
    }
}

package dev.linekeeper.simulator;

import dev.linekeeper.service.tenant.BackendFailure;

/** A call that is answered with an error in one of the shapes seen in public logs (not every one has the same fields). */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Refused(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refused of(int status, String code, String message) {
        return new Refused(status, code, message);
    }

    static Refused invalid(String message) {
        return new Refused(400, "BadRequest", message);
    }

    /** The directory's way to say that something does not exist. */
    static Refused noSuch(String id) {
        return new Refused(
                404,
                "Request_ResourceNotFound",
                "Resource '%s' does not exist or one of its queried reference-property objects are not present."
                        .formatted(id));
    }

    /** The Teams backend's way: its own error as JSON inside the message. */
    static Refused nested(int status, String code, String message, String action) {
        var own = Json.object().put("code", code).put("message", message).put("action", action);
        return new Refused(status, "UnknownError", own.toString());
    }

    static Refused missingPermission(String permission) {
        return new Refused(
                403,
                "forbidden",
                "Insufficient permission(s) for the request. API requires any of these permissions: %s."
                        .formatted(permission));
    }

    static Refused accessDenied() {
        return nested(403, "Forbidden", "Access Denied.", "Provide a different credential.");
    }

    static Refused notSupported(String address) {
        return invalid(
                "This API is not supported for AAD accounts (no addressUrl for Microsoft.IC3.%s)".formatted(address));
    }

    /** What the model refuses, as the Teams backend would say it. */
    static Refused of(BackendFailure failure) {
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

package dev.linekeeper.simulator;

import dev.linekeeper.service.tenant.BackendFailure;

/** A cmdlet that ends with an error. Most say what is wrong in words alone; few keep the HTTP status of the service. */
final class CmdletRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String errorId;
    private final int status;

    private CmdletRefused(String errorId, int status, String message) {
        super(message);
        this.errorId = errorId;
        this.status = status;
    }

    static CmdletRefused of(String errorId, String message) {
        return new CmdletRefused(errorId, 0, message);
    }

    static CmdletRefused of(Fault.InPowerShell.Fails fault) {
        return new CmdletRefused(fault.errorId(), fault.status(), fault.message());
    }

    static CmdletRefused noSuch(String identity) {
        return of("ObjectNotFound", "Management object not found for identity \"%s\".".formatted(identity));
    }

    static CmdletRefused noSuchPolicy(String name) {
        return of(
                "InvalidPolicy",
                "Policy \"%s\" is not a user policy. Only a user policy can be assigned to a user.".formatted(name));
    }

    static CmdletRefused missing(String parameter) {
        return of("ParameterMissing", "The mandatory parameter %s is missing.".formatted(parameter));
    }

    /** What the model refuses, as the service behind the cmdlets would say it. */
    static CmdletRefused of(BackendFailure failure) {
        var message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case NOT_FOUND -> new CmdletRefused("NotFound", 404, message);
            case INVALID -> new CmdletRefused("BadRequest", 400, message);
            case CONFLICT -> new CmdletRefused("Conflict", 409, message);
            case DENIED -> new CmdletRefused("Forbidden", 403, message);
            case UNSUPPORTED -> of("NotSupported", message);
            case THROTTLED, TRANSIENT, PROTOCOL -> new CmdletRefused("InternalServerError", 500, message);
        };
    }

    String errorId() {
        return errorId;
    }

    int status() {
        return status;
    }
}

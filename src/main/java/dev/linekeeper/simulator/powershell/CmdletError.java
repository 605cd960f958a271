package dev.linekeeper.simulator.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.faults.Fault;

/** Thrown when a cmdlet ends with an error; {@code status} is the HTTP status, 0 for most cmdlets, which do not report it. */
final class CmdletError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String errorId;
    private final int status;

    private CmdletError(String errorId, int status, String message) {
        super(message);
        this.errorId = errorId;
        this.status = status;
    }

    static CmdletError of(String errorId, String message) {
        return new CmdletError(errorId, 0, message);
    }

    static CmdletError of(Fault.InPowerShell.Fails fault) {
        return new CmdletError(fault.errorId(), fault.status(), fault.message());
    }

    static CmdletError noSuch(String identity) {
        return of("ObjectNotFound", "Management object not found for identity \"%s\".".formatted(identity));
    }

    static CmdletError noSuchPolicy(String name) {
        return of(
                "InvalidPolicy",
                "Policy \"%s\" is not a user policy. Only a user policy can be assigned to a user.".formatted(name));
    }

    static CmdletError missing(String parameter) {
        return of("ParameterMissing", "The mandatory parameter %s is missing.".formatted(parameter));
    }

    /** A failure of the model in the words of the service. */
    static CmdletError of(BackendFailure failure) {
        var message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case NOT_FOUND -> new CmdletError("NotFound", 404, message);
            case INVALID -> new CmdletError("BadRequest", 400, message);
            case CONFLICT -> new CmdletError("Conflict", 409, message);
            case DENIED -> new CmdletError("Forbidden", 403, message);
            case UNSUPPORTED -> of("NotSupported", message);
            case THROTTLED, TRANSIENT, PROTOCOL -> new CmdletError("InternalServerError", 500, message);
        };
    }

    String errorId() {
        return errorId;
    }

    int status() {
        return status;
    }
}

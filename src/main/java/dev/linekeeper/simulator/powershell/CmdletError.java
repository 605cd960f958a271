package dev.linekeeper.simulator.powershell;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.WireJson;
import tools.jackson.databind.node.ObjectNode;

/** Thrown when a cmdlet ends with an error; {@code status} is the HTTP status, 0 for most cmdlets, which do not report it. */
final class CmdletError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String errorId;
    private final int status;

    CmdletError(String errorId, int status, String message) {
        super(message);
        this.errorId = errorId;
        this.status = status;
    }

    static CmdletError of(String errorId, String message) {
        return new CmdletError(errorId, 0, message);
    }

    static CmdletError noSuch(String identity) {
        return of("ObjectNotFound", "Management object not found for identity \"%s\".".formatted(identity));
    }

    /** An answer of the service that the module's cmdlets do not declare: they tell its status and nothing else. */
    static CmdletError undeclared(String name, int status) {
        var whose = status < 500 ? "Request" : "Server";
        return new CmdletError(name, status, "The server responded with a %s Error, Status: %s".formatted(whose, name));
    }

    static CmdletError missing(String parameter) {
        return of("ParameterMissing", "The mandatory parameter %s is missing.".formatted(parameter));
    }

    /** A failure of the model as the module tells it. */
    static CmdletError of(BackendFailure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND -> undeclared("NotFound", 404);
            case INVALID -> new CmdletError("BadRequest", 400, String.valueOf(failure.getMessage()));
            case CONFLICT -> undeclared("Conflict", 409);
            case DENIED -> undeclared("Forbidden", 403);
            case UNSUPPORTED -> of("NotSupported", String.valueOf(failure.getMessage()));
            case THROTTLED, TRANSIENT, PROTOCOL -> undeclared("InternalServerError", 500);
        };
    }

    /** As the host writes it. */
    ObjectNode reply() {
        var reply = WireJson.object();
        reply.putObject("error")
                .put("message", getMessage())
                .put("category", "InvalidOperation")
                .put("errorId", errorId)
                .put("status", status);
        return reply;
    }
}

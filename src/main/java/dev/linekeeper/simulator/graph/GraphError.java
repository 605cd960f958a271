package dev.linekeeper.simulator.graph;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.simulator.state.TenantEdit;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;
import tools.jackson.databind.node.ObjectNode;

/** Thrown to answer a call with an error, in one of the shapes seen in public logs. */
final class GraphError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    GraphError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
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

    /** The state that a token of a delta query stands for is not kept any more. */
    static GraphError syncStateNotFound() {
        return new GraphError(
                410,
                "syncStateNotFound",
                "The sync state generation is not found; a full synchronization is required.");
    }

    static GraphError nestedNotFound() {
        return of(TenantEdit.notFound("Resource not found."));
    }

    static GraphError accessDenied() {
        return nested(403, "Forbidden", "Access Denied.", "Provide a different credential.");
    }

    static GraphError notSupported(String address) {
        return invalid(
                "This API is not supported for AAD accounts (no addressUrl for Microsoft.IC3.%s)".formatted(address));
    }

    /** A refusal in the words of the Teams backend, whose errors are JSON inside the message. */
    static GraphError of(BackendFailure failure) {
        var message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case NOT_FOUND -> nested(404, "NotFound", message, "Check the identifier.");
            case INVALID -> nested(400, "BadRequest", message, "Correct the request.");
            case CONFLICT -> nested(409, "Conflict", message, "Change the state first.");
            case DENIED -> accessDenied();
            case UNSUPPORTED -> invalid(message);
            case THROTTLED, TRANSIENT, PROTOCOL -> new GraphError(500, "InternalServerError", message);
        };
    }

    private static GraphError nested(int status, String code, String message, String action) {
        var own = WireJson.object().put("code", code).put("message", message).put("action", action);
        return new GraphError(status, "UnknownError", own.toString());
    }

    ResponseEntity<ObjectNode> answer(HttpServletResponse response) {
        var body = WireJson.object();
        var request = GraphCalls.requestId(response);
        body.putObject("error")
                .put("code", code)
                .put("message", String.valueOf(getMessage()))
                .putObject("innerError")
                .put("date", "2026-11-22T12:00:00")
                .put("request-id", request)
                .put("client-request-id", request);
        return ResponseEntity.status(status).body(body);
    }

    /** Answers with what the controllers throw. */
    @RestControllerAdvice
    static final class GraphRefusals {
        private static final Logger log = LoggerFactory.getLogger(GraphRefusals.class);

        @ExceptionHandler
        ResponseEntity<ObjectNode> refuse(
                RuntimeException thrown, HttpServletRequest call, HttpServletResponse response) {
            return switch (thrown) {
                case GraphError refused -> refused.answer(response);
                case BackendFailure refused -> of(refused).answer(response);
                case HttpMessageNotReadableException _ ->
                    invalid("Unable to read JSON request payload.").answer(response);
                default -> {
                    log.error(
                            "action=emulator-failed method={} path={}", call.getMethod(), call.getRequestURI(), thrown);
                    yield new GraphError(500, "InternalServerError", "The simulator failed.").answer(response);
                }
            };
        }

        /** Addresses and methods that Graph does not know, or not for apps. */
        @ExceptionHandler({NoHandlerFoundException.class, HttpRequestMethodNotSupportedException.class})
        ResponseEntity<ObjectNode> refuse(
                ServletException unknown, HttpServletRequest request, HttpServletResponse response) {
            if (!GraphCalls.isGraph(request)) {
                return ResponseEntity.status(((ErrorResponse) unknown).getStatusCode())
                        .build();
            }
            var path = GraphCalls.path(request);
            var refused = switch (path) {
                case "/admin/teams" -> notSupported("TeamsAdminGateway");
                case "/admin/teams/policy" -> notSupported("PolicyAdmin");
                case "/admin/teams/policy/userAssignments" -> nestedNotFound();
                case "/admin/teams/telephoneNumberManagement" -> notSupported("TelephoneNumberManagement");
                default ->
                    new GraphError(404, "ResourceNotFound", "Resource not found for the segment '%s'.".formatted(path));
            };
            return refused.answer(response);
        }
    }
}

package dev.linekeeper.simulator.graph;

import dev.linekeeper.service.tenant.BackendFailure;
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

/** Errors as Graph tells them. */
@RestControllerAdvice
final class GraphAdvice {
    private static final Logger log = LoggerFactory.getLogger(GraphAdvice.class);

    @ExceptionHandler
    ResponseEntity<ObjectNode> refuse(GraphError refused, HttpServletResponse response) {
        return ResponseEntity.status(refused.status()).body(refused.body(GraphCalls.requestId(response)));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refuse(BackendFailure refused, HttpServletResponse response) {
        return refuse(GraphError.of(refused), response);
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> refuse(HttpMessageNotReadableException notJson, HttpServletResponse response) {
        return refuse(GraphError.invalid("Unable to read JSON request payload."), response);
    }

    /** Addresses and methods that Graph does not know, or not for apps. */
    @ExceptionHandler({NoHandlerFoundException.class, HttpRequestMethodNotSupportedException.class})
    ResponseEntity<ObjectNode> notFound(
            ServletException unknown, HttpServletRequest request, HttpServletResponse response) {
        if (!GraphCalls.isGraph(request)) {
            return ResponseEntity.status(((ErrorResponse) unknown).getStatusCode())
                    .build();
        }
        var path = GraphCalls.path(request);
        return refuse(
                switch (path) {
                    case "/admin/teams" -> GraphError.notSupported("TeamsAdminGateway");
                    case "/admin/teams/policy" -> GraphError.notSupported("PolicyAdmin");
                    case "/admin/teams/policy/userAssignments" -> GraphError.nestedNotFound();
                    case "/admin/teams/telephoneNumberManagement" ->
                        GraphError.notSupported("TelephoneNumberManagement");
                    default ->
                        GraphError.of(
                                404, "ResourceNotFound", "Resource not found for the segment '%s'.".formatted(path));
                },
                response);
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> fail(RuntimeException fault, HttpServletRequest request, HttpServletResponse response) {
        log.error("event=emulator_failed method={} path={}", request.getMethod(), request.getRequestURI(), fault);
        return refuse(GraphError.of(500, "InternalServerError", "The simulator failed."), response);
    }
}

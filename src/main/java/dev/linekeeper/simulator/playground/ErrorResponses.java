package dev.linekeeper.simulator.playground;

import dev.linekeeper.simulator.playground.chat.PageRefusal;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes error bodies: for the page in words, for the bot as the Bot Connector does. */
@RestControllerAdvice(basePackageClasses = ErrorResponses.class)
class ErrorResponses {
    @ExceptionHandler
    ResponseEntity<Map<String, String>> page(PageRefusal refusal) {
        return ResponseEntity.status(refusal.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("what", what(refusal), "advice", refusal.advice()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Map<String, String>>> bot(ConnectorError fault) {
        return ResponseEntity.status(fault.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("error", Map.of("code", fault.code(), "message", what(fault))));
    }

    private static String what(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }
}

package dev.linekeeper.simulator.playground;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Thrown to answer a request with an error: for the page in words, for the bot as the Bot Connector does. */
final class PlaygroundError extends RuntimeException {
    private final transient ResponseEntity<Map<String, ?>> answer;

    private PlaygroundError(HttpStatus status, String message, Map<String, ?> body) {
        super(message);
        this.answer = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    /** The page shows what is wrong and the advice, a sentence each. */
    static PlaygroundError page(HttpStatus status, String what, String advice) {
        return new PlaygroundError(status, what, Map.of("what", what, "advice", advice));
    }

    /** What the page asks for is not there. */
    static PlaygroundError gone(String what, String advice) {
        return page(HttpStatus.NOT_FOUND, what, advice);
    }

    static PlaygroundError connector(HttpStatus status, String code, String message) {
        return new PlaygroundError(status, message, Map.of("error", Map.of("code", code, "message", message)));
    }

    /** Writes them. */
    @RestControllerAdvice(basePackageClasses = PlaygroundError.class)
    static class ErrorResponses {
        @ExceptionHandler
        ResponseEntity<Map<String, ?>> refuse(PlaygroundError error) {
            return error.answer;
        }
    }
}

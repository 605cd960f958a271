package dev.linekeeper.simulator.playground;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes error bodies. */
@RestControllerAdvice(basePackageClasses = ErrorResponses.class)
class ErrorResponses {
    @ExceptionHandler
    ResponseEntity<Map<String, ?>> refuse(PlaygroundError error) {
        return ResponseEntity.status(error.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(error.body());
    }
}

package dev.linekeeper.adapter.teams;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** All a sender is told about a failure. */
record Problem(int status, String error, String reference) {
    static Problem of(HttpStatus status) {
        return new Problem(
                status.value(), status.getReasonPhrase(), Reference.fresh().value());
    }

    ResponseEntity<Problem> response(HttpStatusCode code) {
        return ResponseEntity.status(code)
                .contentType(MediaType.APPLICATION_JSON)
                .body(this);
    }

    /** The same for those who write without the web framework's help. */
    String json() {
        return "{\"status\":%d,\"error\":\"%s\",\"reference\":\"%s\"}".formatted(status, error, reference);
    }
}

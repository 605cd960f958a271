package dev.linekeeper.adapter.teams.auth;

import dev.linekeeper.chat.Reference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The body of an HTTP error: all a sender is told. The reason is for the log alone, or it would help whoever tries the
 * doors. Not Spring's ProblemDetail, which names its members otherwise; senders get the body they always got.
 *
 * @param error the name of the HTTP status
 * @param reference under which the log has the reason
 */
public record HttpErrorBody(int status, String error, String reference) {
    private static final Logger log = LoggerFactory.getLogger(HttpErrorBody.class);

    /** The answer to a request that was refused; the reason is logged. */
    public static HttpErrorBody refused(HttpStatusCode code, @Nullable String reason) {
        var problem = of(code);
        log.warn(
                "action=receive outcome=refused status={} reason=\"{}\" reference={}",
                problem.status,
                reason,
                problem.reference);
        return problem;
    }

    /** The answer to a request that failed for a fault of ours; what failed is logged, if it is known. */
    public static HttpErrorBody failed(HttpStatusCode code, @Nullable Throwable failure) {
        var problem = of(code);
        log.error("action=receive outcome=failed status={} reference={}", problem.status, problem.reference, failure);
        return problem;
    }

    static HttpErrorBody of(HttpStatusCode code) {
        var status = HttpStatus.valueOf(code.value());
        return new HttpErrorBody(status.value(), status.getReasonPhrase(), Reference.fresh());
    }

    public ResponseEntity<HttpErrorBody> response() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(this);
    }

    /** Writes the same where Spring MVC does not answer: in filters. */
    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter()
                .write("{\"status\":%d,\"error\":\"%s\",\"reference\":\"%s\"}".formatted(status, error, reference));
    }
}

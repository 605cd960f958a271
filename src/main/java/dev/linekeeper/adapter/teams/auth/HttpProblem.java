package dev.linekeeper.adapter.teams.auth;

import dev.linekeeper.chat.FailureReference;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of an HTTP error, a problem detail (RFC 9457): title, status and a reference to the reason in the log. The
 * reason itself would help an attacker.
 */
public record HttpProblem(ProblemDetail detail) {
    private static final Logger log = LoggerFactory.getLogger(HttpProblem.class);
    private static final String REFERENCE = "reference";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    /** The answer to a refused request; logs the reason. */
    public static HttpProblem refused(HttpStatusCode status, @Nullable String reason) {
        var problem = of(status);
        log.warn(
                "action=receive outcome=refused status={} reason=\"{}\" reference={}",
                status.value(),
                reason,
                problem.reference());
        return problem;
    }

    /** The answer to a request that failed on the server; logs the failure, if known. */
    public static HttpProblem failed(HttpStatusCode status, @Nullable Throwable failure) {
        var problem = of(status);
        log.error("action=receive outcome=failed status={} reference={}", status.value(), problem.reference(), failure);
        return problem;
    }

    static HttpProblem of(HttpStatusCode status) {
        var detail = ProblemDetail.forStatus(status);
        detail.setTitle(HttpStatus.valueOf(status.value()).getReasonPhrase());
        detail.setProperty(REFERENCE, FailureReference.fresh());
        return new HttpProblem(detail);
    }

    private @Nullable Object reference() {
        var properties = detail.getProperties();
        return properties == null ? null : properties.get(REFERENCE);
    }

    /** The same bytes everywhere: Spring MVC would add the path by itself. */
    public ResponseEntity<byte[]> response() {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(JSON.writeValueAsBytes(detail));
    }

    /** Writes the body from a filter, where Spring MVC does not. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(detail.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(detail));
    }
}

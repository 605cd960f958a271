package dev.linekeeper.adapter.teams.web;

import dev.linekeeper.adapter.teams.auth.HttpProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers what Tomcat refuses before any filter sees it, such as a bad request line, as everything else is refused. */
public final class PlainErrorReport extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        byte[] body = Objects.requireNonNull(
                HttpProblem.refused(status, "by the server").response().getBody());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(body, StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException _) {
            // Whoever asked is gone.
        }
    }
}

package dev.linekeeper.adapter.graph;

import com.azure.core.exception.ClientAuthenticationException;
import com.microsoft.graph.models.odataerrors.InnerError;
import com.microsoft.graph.models.odataerrors.MainError;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.ApiException;
import dev.linekeeper.adapter.entra.EntraTokens;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.limit.Backoff;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Converts exceptions of the SDK to {@link BackendFailure}. */
final class GraphFailures {
    private static final JsonMapper JSON = JsonMapper.shared();

    private GraphFailures() {}

    static BackendFailure of(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BackendFailure known -> {
                    return known;
                }
                case ODataError answered -> {
                    return answered(answered, answered.getError());
                }
                case ApiException answered -> {
                    return answered(answered, null);
                }
                case ClientAuthenticationException refused -> {
                    return new BackendFailure(
                            FailureKind.DENIED,
                            EntraTokens.code(refused),
                            "No token for Microsoft Graph: " + refused.getMessage(),
                            "",
                            Optional.empty());
                }
                case IOException broken -> {
                    stayInterrupted(broken);
                    return new BackendFailure(
                            FailureKind.TRANSIENT, "No answer from Microsoft Graph: " + broken.getMessage());
                }
                default -> {}
            }
        }
        return new BackendFailure(
                FailureKind.PROTOCOL, "Microsoft Graph answered in a way we do not know: " + thrown.getMessage());
    }

    /** OkHttp ends a call with the same exception for a time-out and for a thread that is to stop, and forgets the latter. */
    private static void stayInterrupted(IOException broken) {
        if (broken instanceof InterruptedIOException && "interrupted".equals(broken.getMessage())) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackendFailure answered(ApiException answer, @Nullable MainError error) {
        String code = error == null || error.getCode() == null ? "" : error.getCode();
        String message = error == null || error.getMessage() == null ? "" : error.getMessage();
        InnerError inner = error == null ? null : error.getInnerError();
        String requestId = inner == null || inner.getRequestId() == null ? "" : inner.getRequestId();
        // The Teams backend wraps its own error as JSON text inside the message.
        JsonNode nested = nested(message);
        if (nested != null) {
            code = nested.path("code").asString(code);
            message = (nested.path("message").asString(message) + " "
                            + nested.path("action").asString(""))
                    .strip();
        }
        int status = answer.getResponseStatusCode();
        return new BackendFailure(
                kind(status, message),
                code,
                message.isEmpty() ? "Microsoft Graph answered %d".formatted(status) : message,
                requestId,
                retryAfter(answer));
    }

    /** What is neither an error of the caller nor of the service, a redirection or no status, says nothing of the request. */
    private static FailureKind kind(int status, String message) {
        return status == 400 && message.startsWith("This API is not supported")
                ? FailureKind.UNSUPPORTED
                : FailureKind.ofStatus(status).orElse(status >= 400 ? FailureKind.INVALID : FailureKind.PROTOCOL);
    }

    private static Optional<Duration> retryAfter(ApiException answer) {
        return answer.getResponseHeaders().getOrDefault("Retry-After", Set.of()).stream()
                .findFirst()
                .flatMap(written -> Backoff.retryAfter(written, Instant.now()));
    }

    private static @Nullable JsonNode nested(String message) {
        if (!message.startsWith("{")) {
            return null;
        }
        try {
            JsonNode read = JSON.readTree(message);
            return read.isObject() ? read : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}

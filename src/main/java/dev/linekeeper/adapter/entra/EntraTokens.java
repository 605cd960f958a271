package dev.linekeeper.adapter.entra;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.ClientAuthenticationException;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.MetricSource;
import dev.linekeeper.service.metrics.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Entra for access tokens: each is counted, and each that is refused is in the log with Entra's code. Counted for the
 * process, as the caches of MSAL are. Thread-safe.
 *
 * @param clock by which the newest token ends
 */
public record EntraTokens(Clock clock) implements MetricSource {
    private static final Logger log = LoggerFactory.getLogger(EntraTokens.class);
    private static final Pattern CODE = Pattern.compile("AADSTS\\d+");
    private static final Tally ASKED = new Tally(Metric.TOKENS);
    private static final Map<String, Instant> ENDS = new ConcurrentHashMap<>();

    /**
     * A token, from the credential's cache or a new one.
     *
     * @throws ClientAuthenticationException where Entra refuses it
     * @throws RuntimeException of Azure Identity when there is none to be had
     */
    public static AccessToken of(TokenCredential credential, TokenRequestContext request) {
        String scope = request.getScopes().getFirst().replace("https://", "").replace("/.default", "");
        Stream.of("given", "refused", "failed").forEach(outcome -> ASKED.known(scope, outcome));
        try {
            AccessToken token = credential.getTokenSync(request);
            ASKED.add(scope, "given");
            if (token.getExpiresAt().getYear() < OffsetDateTime.MAX.getYear()) {
                ENDS.put(scope, token.getExpiresAt().toInstant());
            }
            return token;
        } catch (RuntimeException thrown) {
            RuntimeException failed = asRefused(thrown);
            String outcome = failed instanceof ClientAuthenticationException ? "refused" : "failed";
            ASKED.add(scope, outcome);
            log.warn(
                    "action=token outcome={} scope={} code={} why={}",
                    outcome,
                    scope,
                    code(failed),
                    failed.getClass().getSimpleName());
            throw failed;
        }
    }

    /** With a secret or a certificate a refusal comes as MSAL's own exception, wrapped, and not as Azure Identity's. */
    private static RuntimeException asRefused(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MsalServiceException answered && isRefusal(answered.statusCode())) {
                return new ClientAuthenticationException(String.valueOf(answered.getMessage()), null, thrown);
            }
        }
        return thrown;
    }

    /** Too many requests are no refusal. */
    private static boolean isRefusal(@Nullable Integer status) {
        return status != null && status >= 400 && status < 500 && status != 429;
    }

    /** Entra's own code, such as {@code AADSTS7000222} for a secret that has expired; empty when there is none. */
    public static String code(Throwable failure) {
        var found = CODE.matcher(String.valueOf(failure.getMessage()));
        return found.find() ? found.group() : "";
    }

    @Override
    public String source() {
        return "tokens";
    }

    @Override
    public List<Measurement> measurements() {
        return Stream.concat(
                        ASKED.measurements(),
                        ENDS.entrySet().stream()
                                .map(end -> Metric.TOKEN_LEFT.of(
                                        Duration.between(clock.instant(), end.getValue())
                                                .toSeconds(),
                                        end.getKey())))
                .toList();
    }
}

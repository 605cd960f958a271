package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.entra.RenewableToken;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.Backoff;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends activities by the Bot Connector protocol, on one pooled HTTP/1.1 client. A post is repeated only when it was not
 * accepted, so that nobody reads it twice: on 412, 429 and no connection some times, on 502 and 503 once; a replacement on
 * any passing error. A token that is refused is replaced once. Thread-safe; a call blocks until there is an answer.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit">Rate limits</a>
 */
public final class Connector {
    private static final Logger log = LoggerFactory.getLogger(Connector.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), LONGEST_WAIT);
    private static final int ATTEMPTS = 4;
    private static final int ATTEMPTS_WHEN_UNAVAILABLE = 2;
    private static final long JITTER_MILLIS = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final ServiceUrls allowed;
    private final Optional<RenewableToken> token;
    private final Clock clock;
    private final ConversationPace pace;
    private final ApiThrottle throttle;

    /**
     * Puts it together.
     *
     * @param token the bot's own; empty without a bot identity, when none is sent
     * @param throttle of all replicas and conversations
     */
    public Connector(
            ServiceUrls allowed,
            Optional<RenewableToken> token,
            Clock clock,
            ConversationPace pace,
            ApiThrottle throttle) {
        this.allowed = allowed;
        this.token = token;
        this.clock = clock;
        this.pace = pace;
        this.throttle = throttle;
    }

    /**
     * Posts a message to its service URL and conversation.
     *
     * @return its id; empty when Teams gives none
     * @throws ConnectorFailure when it was not accepted, after some attempts, or that is unknown
     */
    public String post(Activity activity, Urgency urgency) {
        return call("POST", activity, "activities", urgency);
    }

    /**
     * Replaces the posted message with the same id.
     *
     * @throws ConnectorFailure when it was not accepted, after some attempts
     */
    public void replace(Activity activity, Urgency urgency) {
        call("PUT", activity, "activities/" + segment(activity.getId()), urgency);
    }

    private String call(String method, Activity activity, String path, Urgency urgency) {
        if (!allowed.allows(activity.getServiceUrl())) {
            throw new ConnectorFailure(ConnectorFailureKind.NOT_ALLOWED, "service URL is not on the list");
        }
        String conversation = activity.getConversation().getId();
        try {
            for (int attempt = 1; ; attempt++) {
                pace.await(conversation, urgency);
                try {
                    return authorised(method, activity, path);
                } catch (ConnectorFailure failure) {
                    Duration wait = failure.retryAfter().isZero() ? backOff(attempt) : failure.retryAfter();
                    if (failure.kind() == ConnectorFailureKind.THROTTLED) {
                        pace.holdBack(conversation, wait);
                    }
                    if (urgency == Urgency.QUEUED
                            || attempt >= attempts(method, failure)
                            || wait.compareTo(LONGEST_WAIT) > 0) {
                        throw failure;
                    }
                    log.info(
                            "action=send outcome=wait method={} attempt={} wait={} detail={}",
                            method,
                            attempt,
                            wait,
                            failure.getMessage());
                    pace.holdBack(conversation, wait);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorFailure(ConnectorFailureKind.UNKNOWN, "interrupted");
        }
    }

    /** Sends it with the bot's token; when that is refused, once more with another one. */
    private String authorised(String method, Activity activity, String path) throws InterruptedException {
        Optional<String> bearer = token.map(it -> bearer(it::current));
        try {
            return send(request(method, activity, path, bearer));
        } catch (ConnectorFailure refused) {
            if (refused.kind() != ConnectorFailureKind.UNAUTHORISED || bearer.isEmpty()) {
                throw refused;
            }
            log.warn("action=send outcome=token-refused");
            return send(request(method, activity, path, token.map(it -> bearer(() -> it.insteadOf(bearer.get())))));
        }
    }

    private static String bearer(Supplier<String> token) {
        try {
            return token.get();
        } catch (RuntimeException e) {
            log.warn("action=send outcome=no-token", e);
            throw new ConnectorFailure(ConnectorFailureKind.UNAUTHORISED, "no token");
        }
    }

    private static HttpRequest request(String method, Activity activity, String path, Optional<String> bearer) {
        String service = activity.getServiceUrl().replaceAll("(?<!/)$", "/");
        String conversation = segment(activity.getConversation().getId());
        var request = HttpRequest.newBuilder(
                        URI.create("%sv3/conversations/%s/%s".formatted(service, conversation, path)))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, BodyPublishers.ofByteArray(ActivityJson.write(activity)));
        bearer.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request.build();
    }

    /** Sends it within the limit of the whole bot; while that cannot be read, at once. */
    private String send(HttpRequest request) throws InterruptedException {
        try {
            return throttle.once(RateLimitedApi.BOT_CONNECTOR, () -> exchange(request));
        } catch (LocalRateLimitExceeded exceeded) {
            throw ConnectorFailure.notNow(exceeded.retryAfter().orElse(Duration.ZERO));
        } catch (BackendFailure unreadable) {
            log.warn("action=send outcome=no-limit detail={}", unreadable.getMessage());
            return exchange(request);
        }
    }

    private String exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) {
                return ActivityJson.field(response.body(), "id");
            }
            Duration wait = response.headers()
                    .firstValue("Retry-After")
                    .flatMap(text -> Backoff.retryAfter(text, clock.instant()))
                    .orElse(Duration.ZERO);
            throw ConnectorFailure.answered(response.statusCode(), response.body(), wait);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new ConnectorFailure(
                    ConnectorFailureKind.NO_CONNECTION, e.getClass().getSimpleName());
        } catch (IOException e) {
            throw new ConnectorFailure(
                    ConnectorFailureKind.UNKNOWN, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorFailure(ConnectorFailureKind.UNKNOWN, "interrupted");
        }
    }

    /** How often a message is sent at most when it fails like this. */
    private static int attempts(String method, ConnectorFailure failure) {
        boolean replaces = "PUT".equals(method);
        return switch (failure.kind()) {
            case THROTTLED, CONFLICT, NO_CONNECTION -> ATTEMPTS;
            case UNAVAILABLE -> replaces ? ATTEMPTS : ATTEMPTS_WHEN_UNAVAILABLE;
            case UNKNOWN -> replaces && failure.isAnswer() ? ATTEMPTS : 1;
            case GONE, REMOVED, BLOCKED, FORBIDDEN, UNAUTHORISED, TOO_LARGE, REFUSED, NOT_ALLOWED -> 1;
        };
    }

    /** Doubles after each attempt, with random jitter. */
    private static Duration backOff(int attempt) {
        return BACKOFF.after(attempt).plusMillis(ThreadLocalRandom.current().nextLong(JITTER_MILLIS));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

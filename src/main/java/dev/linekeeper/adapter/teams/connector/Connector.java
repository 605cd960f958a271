package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.service.tenant.limit.Backoff;
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
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends activities by the Bot Connector protocol, on one pooled HTTP/1.1 client. A post is repeated only when it was
 * surely not accepted (429, 412, no connection), so that nobody reads it twice; a replacement is repeated on any passing
 * error. Thread-safe; a call blocks until there is an answer.
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
    private static final long JITTER_MILLIS = 500;
    private static final Set<Integer> NOT_ACCEPTED = Set.of(412, 429);
    private static final Set<Integer> WORTH_REPEATING = Set.of(412, 429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final ServiceUrls allowed;
    private final Supplier<Optional<String>> token;
    private final Clock clock;
    private final ConversationWaits waits;

    /**
     * @param token supplies a valid token of the bot; empty without a bot identity
     */
    public Connector(ServiceUrls allowed, Supplier<Optional<String>> token, Clock clock, ConversationWaits waits) {
        this.allowed = allowed;
        this.token = token;
        this.clock = clock;
        this.waits = waits;
    }

    /**
     * Posts a message to its service URL and conversation.
     *
     * @return its id; empty when Teams gives none
     * @throws ConnectorFailure when it was not accepted, after some attempts, or that is unknown
     */
    public String post(Activity activity) {
        return call("POST", activity, "activities");
    }

    /**
     * Replaces the posted message with the same id.
     *
     * @throws ConnectorFailure when it was not accepted, after some attempts
     */
    public void replace(Activity activity) {
        call("PUT", activity, "activities/" + segment(activity.getId()));
    }

    private String call(String method, Activity activity, String path) {
        if (!allowed.allows(activity.getServiceUrl())) {
            throw new ConnectorFailure(ConnectorFailureKind.NOT_ALLOWED, "service URL is not on the list");
        }
        try {
            return attempt(
                    request(method, activity, path), activity.getConversation().getId(), 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorFailure(ConnectorFailureKind.FAILED, "interrupted");
        }
    }

    private HttpRequest request(String method, Activity activity, String path) {
        String service = activity.getServiceUrl().replaceAll("(?<!/)$", "/");
        String conversation = segment(activity.getConversation().getId());
        var request = HttpRequest.newBuilder(
                        URI.create("%sv3/conversations/%s/%s".formatted(service, conversation, path)))
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, BodyPublishers.ofByteArray(ActivityJson.write(activity)));
        token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request.build();
    }

    private String attempt(HttpRequest request, String conversation, int attempt) throws InterruptedException {
        waits.await(conversation);
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            int status = response.statusCode();
            if (status / 100 == 2) {
                return ActivityJson.field(response.body(), "id");
            }
            Duration wait = response.headers()
                    .firstValue("Retry-After")
                    .flatMap(text -> Backoff.retryAfter(text, clock.instant()))
                    .orElseGet(() -> backOff(attempt));
            if (!isWorthRepeating(request.method(), status) || wait.compareTo(LONGEST_WAIT) > 0) {
                throw ConnectorFailure.status(status);
            }
            return again(request, conversation, attempt, wait, ConnectorFailure.status(status));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return again(request, conversation, attempt, backOff(attempt), failed(e));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private String again(HttpRequest request, String conversation, int attempt, Duration wait, ConnectorFailure failure)
            throws InterruptedException {
        if (attempt == ATTEMPTS) {
            throw failure;
        }
        log.info(
                "action=send outcome=wait method={} attempt={} wait={} detail={}",
                request.method(),
                attempt,
                wait,
                failure.getMessage());
        waits.holdBack(conversation, wait);
        return attempt(request, conversation, attempt + 1);
    }

    /** Doubles after each attempt, with random jitter. */
    private static Duration backOff(int attempt) {
        return BACKOFF.after(attempt).plusMillis(ThreadLocalRandom.current().nextLong(JITTER_MILLIS));
    }

    private static boolean isWorthRepeating(String method, int status) {
        return ("PUT".equals(method) ? WORTH_REPEATING : NOT_ACCEPTED).contains(status);
    }

    private static ConnectorFailure failed(IOException e) {
        return new ConnectorFailure(ConnectorFailureKind.FAILED, e.getClass().getSimpleName());
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

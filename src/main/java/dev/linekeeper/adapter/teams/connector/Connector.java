package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.entra.RenewableToken;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.Backoff;
import dev.linekeeper.service.tenant.limit.CallNotes;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends activities by the Bot Connector protocol, on {@link ConnectorHttp}. A post is repeated only when it was not
 * accepted, so that nobody reads it twice: on 412, 429 and no connection some times, on 502 and 503 once; a replacement on
 * any passing error. A token that is refused is replaced once. Thread-safe; a call blocks until there is an answer.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit">Rate limits</a>
 */
public final class Connector {
    private static final Logger log = LoggerFactory.getLogger(Connector.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), LONGEST_WAIT);
    private static final int ATTEMPTS = 4;
    private static final int ATTEMPTS_WHEN_UNAVAILABLE = 2;
    private static final Set<ConnectorFailureKind> WORTH_READING_AGAIN = EnumSet.of(
            ConnectorFailureKind.CONFLICT,
            ConnectorFailureKind.NO_CONNECTION,
            ConnectorFailureKind.UNAVAILABLE,
            ConnectorFailureKind.UNKNOWN);
    private static final long JITTER_MILLIS = 500;

    private final ConnectorHttp http;
    private final ServiceUrls allowed;
    private final Optional<RenewableToken> token;
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
        this.http = ConnectorHttp.on(clock);
        this.allowed = allowed;
        this.token = token;
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
        return id(call(conversation(activity), urgency, false, () -> Optional.of(ConnectorCall.post(activity))));
    }

    /**
     * Replaces the posted message with the same id.
     *
     * @throws ConnectorFailure when it was not accepted, after some attempts
     */
    public void replace(Activity activity, Urgency urgency) {
        call(conversation(activity), urgency, true, () -> Optional.of(ConnectorCall.replace(activity)));
    }

    /** Posts a queued message; it is made when it may be sent, so that what it says and where it goes is the newest. */
    String post(String conversation, Supplier<Activity> message) {
        return id(call(conversation, Urgency.QUEUED, false, () -> Optional.of(ConnectorCall.post(message.get()))));
    }

    /** Replaces a message by a queued one, in the same way; one that is not wanted any more is not sent. */
    void replace(String conversation, Supplier<Optional<Activity>> message) {
        call(conversation, Urgency.QUEUED, true, () -> message.get().map(ConnectorCall::replace));
    }

    /**
     * Reads something, which counts in the limit of the whole bot alone; a second time when that may help.
     *
     * @throws ConnectorFailure when there is no answer
     */
    byte[] read(ConnectorCall call) {
        try {
            try {
                return authorised(() -> Optional.of(call));
            } catch (ConnectorFailure failure) {
                if (!WORTH_READING_AGAIN.contains(failure.kind())) {
                    throw failure;
                }
                return authorised(() -> Optional.of(call));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorFailure(ConnectorFailureKind.UNKNOWN, "interrupted");
        }
    }

    private static String conversation(Activity activity) {
        return activity.getConversation().getId();
    }

    private static String id(byte[] answer) {
        return ActivityJson.field(answer, "id");
    }

    private byte[] call(
            String conversation, Urgency urgency, boolean repeatable, Supplier<Optional<ConnectorCall>> made) {
        try {
            for (int attempt = 1; ; attempt++) {
                if (!pace.await(conversation, urgency)) {
                    throw ConnectorFailure.notNow(Duration.ZERO);
                }
                try {
                    return authorised(made);
                } catch (ConnectorFailure failure) {
                    Duration wait = failure.retryAfter().isZero() ? backOff(attempt) : failure.retryAfter();
                    if (failure.kind() == ConnectorFailureKind.THROTTLED) {
                        pace.holdBack(conversation, wait);
                    }
                    if (urgency != Urgency.REPLY
                            || attempt >= attempts(repeatable, failure)
                            || wait.compareTo(LONGEST_WAIT) > 0) {
                        throw failure;
                    }
                    log.info(
                            "action=send outcome=wait attempt={} wait={} detail={}",
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
    private byte[] authorised(Supplier<Optional<ConnectorCall>> made) throws InterruptedException {
        Optional<String> bearer = token.map(it -> bearer(it::current));
        try {
            return send(made, bearer);
        } catch (ConnectorFailure refused) {
            if (refused.kind() != ConnectorFailureKind.UNAUTHORISED || bearer.isEmpty()) {
                throw refused;
            }
            log.warn("action=send outcome=token-refused");
            return send(made, token.map(it -> bearer(() -> it.insteadOf(bearer.get()))));
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

    /** Sends it within the limit of the whole bot; while that cannot be read, at once. */
    private byte[] send(Supplier<Optional<ConnectorCall>> made, Optional<String> bearer) throws InterruptedException {
        try {
            return throttle.once(RateLimitedApi.BOT_CONNECTOR, () -> exchange(made, bearer));
        } catch (LocalRateLimitExceeded exceeded) {
            throw ConnectorFailure.notNow(exceeded.retryAfter().orElse(Duration.ZERO));
        } catch (BackendFailure unreadable) {
            log.warn("action=send outcome=no-limit detail={}", unreadable.getMessage());
            return exchange(made, bearer);
        }
    }

    private byte[] exchange(Supplier<Optional<ConnectorCall>> made, Optional<String> bearer) {
        return made.get().map(call -> exchange(call, bearer)).orElse(new byte[0]);
    }

    private byte[] exchange(ConnectorCall call, Optional<String> bearer) {
        if (!allowed.allows(call.serviceUrl())) {
            throw new ConnectorFailure(ConnectorFailureKind.NOT_ALLOWED, "service URL is not on the list");
        }
        var request = call.request();
        bearer.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        CallNotes.operation(call.method());
        return http.answer(request);
    }

    /** How often a message is sent at most when it fails like this. */
    private static int attempts(boolean repeatable, ConnectorFailure failure) {
        return switch (failure.kind()) {
            case THROTTLED, CONFLICT, NO_CONNECTION -> ATTEMPTS;
            case UNAVAILABLE -> repeatable ? ATTEMPTS : ATTEMPTS_WHEN_UNAVAILABLE;
            case UNKNOWN -> repeatable && failure.isAnswer() ? ATTEMPTS : 1;
            case GONE, REMOVED, BLOCKED, FORBIDDEN, UNAUTHORISED, TOO_LARGE, REFUSED, NOT_ALLOWED -> 1;
        };
    }

    /** Doubles after each attempt, with random jitter. */
    private static Duration backOff(int attempt) {
        return BACKOFF.after(attempt).plusMillis(ThreadLocalRandom.current().nextLong(JITTER_MILLIS));
    }
}

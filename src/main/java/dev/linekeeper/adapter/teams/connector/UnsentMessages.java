package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.BotMessage.MessageKind;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.service.tenant.limit.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of queued messages that were not taken; which failures are worth another try is in ADR 21. Methods return
 * whether the lane may go on with the next. Thread-safe.
 */
public record UnsentMessages(
        MessageQueue queue,
        MessageLanes lanes,
        Addresses addresses,
        QueuedCards cards,
        NewsDelivery news,
        Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(UnsentMessages.class);
    private static final Duration LONGEST_TRYING = Duration.ofDays(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /** What says that a conversation which is nobody's own chat cannot be written to. */
    private static final Set<ConnectorFailureKind> CHANNEL_LOST = EnumSet.of(
            ConnectorFailureKind.GONE,
            ConnectorFailureKind.REMOVED,
            ConnectorFailureKind.BLOCKED,
            ConnectorFailureKind.FORBIDDEN);

    /** A message that may have been read is posted so often at most. */
    private static final int POSTS_OF_UNKNOWN_FATE = 3;

    boolean failed(DueMessage message, ConnectorFailure failure) {
        log.warn(
                "action=send message={} tries={} outcome={} detail={}",
                message.message(),
                message.tries() + 1,
                failure.kind(),
                failure.getMessage());
        return message.isForEverybody() ? notInChannel(message, failure) : notTaken(message, failure);
    }

    /** What the channel does not take goes to people; so does all else where the channel is lost. */
    private boolean notInChannel(DueMessage message, ConnectorFailure failure) {
        boolean isLost = CHANNEL_LOST.contains(failure.kind());
        if (isLost) {
            news.lost(message.lane());
        }
        boolean isOver = isLost || failure.kind() == ConnectorFailureKind.TOO_LARGE;
        return isOver ? giveUp(message, BotNotice.NOT_DELIVERED) : notTaken(message, failure);
    }

    private boolean notTaken(DueMessage message, ConnectorFailure failure) {
        return switch (failure.kind()) {
            case GONE -> {
                cards.copy(message).ifPresent(addresses::gone);
                yield giveUp(message, BotNotice.NOT_DELIVERED);
            }
            case REMOVED -> {
                message.person()
                        .ifPresentOrElse(
                                addresses::forget, () -> cards.copy(message).ifPresent(addresses::gone));
                yield giveUp(message, BotNotice.NO_CHAT);
            }
            case BLOCKED -> giveUp(message, BotNotice.BLOCKED);
            case REFUSED, NOT_ALLOWED -> giveUp(message, BotNotice.NOT_DELIVERED);
            case TOO_LARGE -> shortened(message);
            case UNKNOWN -> {
                boolean enough = (message.person().isPresent() || message.isForEverybody())
                        && message.tries() + 1 >= POSTS_OF_UNKNOWN_FATE;
                yield enough ? giveUp(message, BotNotice.NOT_DELIVERED) : later(message, failure);
            }
            case FORBIDDEN, UNAUTHORISED, THROTTLED, CONFLICT, NO_CONNECTION, UNAVAILABLE -> later(message, failure);
        };
    }

    /** Its card could not be made. */
    boolean notMade(DueMessage message, RuntimeException failure) {
        log.warn("action=send message={} outcome=no-card", message.message(), failure);
        lanes.postpone(message, clock.instant().plus(BACKOFF.after(message.tries() + 1)), notice(message));
        return true;
    }

    private boolean later(DueMessage message, ConnectorFailure failure) {
        Instant now = clock.instant();
        if (message.since().plus(LONGEST_TRYING).isBefore(now)) {
            return giveUp(message, BotNotice.NOT_DELIVERED);
        }
        Duration own = BACKOFF.after(message.tries() + 1);
        Duration wait = own.compareTo(failure.retryAfter()) > 0 ? own : failure.retryAfter();
        lanes.postpone(message, now.plus(wait), notice(message));
        tellRequester(message, message.tries() == 0 && failure.kind() != ConnectorFailureKind.THROTTLED);
        return false;
    }

    boolean giveUp(DueMessage message, BotNotice why) {
        if (message.isForEverybody()) {
            news.deliverInPerson(message.message().request());
        }
        lanes.giveUp(message, why.key());
        tellRequester(message, message.tries() == 0);
        return true;
    }

    private boolean shortened(DueMessage message) {
        try {
            cards.shorten(message);
        } catch (ConnectorFailure failure) {
            log.warn("action=send message={} outcome={}", message.message(), failure.kind());
        }
        lanes.sent(message);
        return true;
    }

    /** The requester's card says who was not reached, from the first failure until it succeeds. */
    void tellRequester(DueMessage message, boolean isNews) {
        if (isNews && message.person().isPresent() && message.message().kind() == MessageKind.CARD) {
            queue.refreshForRequester(message.message().request());
        }
    }

    private static String notice(DueMessage message) {
        return message.person().isPresent() ? BotNotice.NOT_DELIVERED.key() : "";
    }
}

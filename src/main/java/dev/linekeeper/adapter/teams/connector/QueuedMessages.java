package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.adapter.teams.connector.ConnectorFailure.ConnectorFailureKind;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.BotMessage.MessageKind;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.MessageQueue.DueMessage;
import dev.linekeeper.chat.MessageSender;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.limit.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends queued messages, each with the card as it is at that moment, until Teams has taken it; which failures are worth
 * another try is in ADR 21. Thread-safe, one caller a lane.
 */
public final class QueuedMessages implements MessageSender {
    private static final Logger log = LoggerFactory.getLogger(QueuedMessages.class);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
    private static final Duration LONGEST_TRYING = Duration.ofDays(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    /** A message that may have been read is posted so often at most. */
    private static final int POSTS_OF_UNKNOWN_FATE = 3;

    private final MessageQueue queue;
    private final Addresses addresses;
    private final MessageCards cards;
    private final CardRenderer renderer;
    private final Connector connector;
    private final CardCopies copies;
    private final BotInstaller installer;
    private final Clock clock;

    public QueuedMessages(
            MessageQueue queue,
            Addresses addresses,
            MessageCards cards,
            CardRenderer renderer,
            Connector connector,
            CardCopies copies,
            BotInstaller installer,
            Clock clock) {
        this.queue = queue;
        this.addresses = addresses;
        this.cards = cards;
        this.renderer = renderer;
        this.connector = connector;
        this.copies = copies;
        this.installer = installer;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> send(String lane) {
        Instant end = clock.instant().plus(LONGEST_RUN);
        boolean goesOn = true;
        while (goesOn && clock.instant().isBefore(end)) {
            List<DueMessage> due = queue.due(lane);
            goesOn = !due.isEmpty() && sent(due.getFirst());
        }
        return queue.next(lane).map(at -> Duration.between(clock.instant(), at));
    }

    /** Sends a message; whether the lane may go on with the next. */
    private boolean sent(DueMessage message) {
        try {
            if (message.person().isPresent()) {
                return posted(message, message.person().get());
            }
            copy(message).ifPresent(copy -> replace(copy, message));
            queue.sent(message);
            return true;
        } catch (ConnectorFailure failure) {
            return failed(message, failure);
        } catch (RuntimeException failure) {
            log.warn("action=send message={} outcome=no-card", message.message(), failure);
            queue.postpone(message, clock.instant().plus(BACKOFF.after(message.tries() + 1)), notice(message));
            return true;
        }
    }

    private boolean posted(DueMessage message, UserId person) {
        Optional<Address> chat = addresses.find(person);
        if (chat.isEmpty()) {
            giveUp(message, installer.install(person));
            return true;
        }
        if (!chat.get().conversationId().equals(message.lane())) {
            queue.post(person, message.message());
            queue.discard(message);
            return true;
        }
        if (message.message().kind() != MessageKind.CARD || !replacedCopies(message, person)) {
            post(message, chat.get());
        }
        queue.sent(message);
        tellRequester(message, message.tries() > 0);
        return true;
    }

    private void post(DueMessage message, Address chat) {
        Answer answer = cards.of(message.message(), TeamsOutbox.reader(chat));
        String id = connector.post(activity(answer, chat), Urgency.QUEUED);
        answer.topic()
                .filter(_ -> !id.isEmpty())
                .ifPresent(topic -> copies.posted(new CardCopy(topic, chat, id), answer.version()));
    }

    /** Replaces the cards the person has already; whether there was one that could be. */
    private boolean replacedCopies(DueMessage message, UserId person) {
        boolean shown = false;
        for (CardCopy copy : addresses.copies(message.message().request().toString())) {
            if (copy.address().reader().equals(Optional.of(person))) {
                shown |= replaced(copy, message);
            }
        }
        return shown;
    }

    private boolean replaced(CardCopy copy, DueMessage message) {
        try {
            replace(copy, message);
            return true;
        } catch (ConnectorFailure failure) {
            return switch (failure.kind()) {
                case GONE -> {
                    addresses.gone(copy);
                    yield false;
                }
                case REMOVED, BLOCKED, FORBIDDEN, REFUSED, NOT_ALLOWED -> false;
                case UNAUTHORISED, TOO_LARGE, THROTTLED, CONFLICT, NO_CONNECTION, UNAVAILABLE, UNKNOWN -> throw failure;
            };
        }
    }

    private void replace(CardCopy copy, DueMessage message) {
        Answer answer = cards.of(message.message(), TeamsOutbox.reader(copy.address()));
        Activity activity = activity(answer, copy.address());
        activity.setId(copy.activityId());
        connector.replace(activity, Urgency.QUEUED);
    }

    private Optional<CardCopy> copy(DueMessage message) {
        return addresses.copies(message.message().request().toString()).stream()
                .filter(copy -> copy.activityId().equals(message.activityId()))
                .filter(copy -> copy.address().conversationId().equals(message.lane()))
                .findFirst();
    }

    /** Decides what becomes of a message that was not taken; whether the lane may go on with the next. */
    private boolean failed(DueMessage message, ConnectorFailure failure) {
        log.warn(
                "action=send message={} tries={} outcome={} detail={}",
                message.message(),
                message.tries() + 1,
                failure.kind(),
                failure.getMessage());
        return switch (failure.kind()) {
            case GONE -> {
                copy(message).ifPresent(addresses::gone);
                yield giveUp(message, BotNotice.NOT_DELIVERED);
            }
            case REMOVED -> {
                message.person().ifPresent(addresses::forget);
                yield giveUp(message, BotNotice.NO_CHAT);
            }
            case BLOCKED -> giveUp(message, BotNotice.BLOCKED);
            case REFUSED, NOT_ALLOWED -> giveUp(message, BotNotice.NOT_DELIVERED);
            case TOO_LARGE -> shortened(message);
            case UNKNOWN -> {
                boolean enough = message.person().isPresent() && message.tries() + 1 >= POSTS_OF_UNKNOWN_FATE;
                yield enough ? giveUp(message, BotNotice.NOT_DELIVERED) : later(message, failure);
            }
            case FORBIDDEN, UNAUTHORISED, THROTTLED, CONFLICT, NO_CONNECTION, UNAVAILABLE -> later(message, failure);
        };
    }

    private boolean later(DueMessage message, ConnectorFailure failure) {
        Instant now = clock.instant();
        if (message.since().plus(LONGEST_TRYING).isBefore(now)) {
            return giveUp(message, BotNotice.NOT_DELIVERED);
        }
        Duration own = BACKOFF.after(message.tries() + 1);
        Duration wait = own.compareTo(failure.retryAfter()) > 0 ? own : failure.retryAfter();
        queue.postpone(message, now.plus(wait), notice(message));
        tellRequester(message, message.tries() == 0 && failure.kind() != ConnectorFailureKind.THROTTLED);
        return false;
    }

    private boolean giveUp(DueMessage message, BotNotice why) {
        queue.giveUp(message, why.key());
        tellRequester(message, message.tries() == 0);
        return true;
    }

    /** The requester's card says who was not reached, from the first failure until it succeeds. */
    private void tellRequester(DueMessage message, boolean isNews) {
        if (isNews && message.person().isPresent() && message.message().kind() == MessageKind.CARD) {
            queue.refreshElsewhere(message.message().request(), message.lane());
        }
    }

    /** Sends a text instead of a card that is too large. */
    private boolean shortened(DueMessage message) {
        Optional<CardCopy> copy = copy(message);
        Optional<Address> to =
                copy.map(CardCopy::address).or(() -> message.person().flatMap(addresses::find));
        to.ifPresent(address -> {
            Activity text = CardActivity.text(
                    BotNotice.TOO_LARGE.in(TeamsOutbox.reader(address).locale()), address);
            try {
                copy.ifPresentOrElse(
                        it -> {
                            text.setId(it.activityId());
                            connector.replace(text, Urgency.QUEUED);
                        },
                        () -> connector.post(text, Urgency.QUEUED));
            } catch (ConnectorFailure failure) {
                log.warn("action=send message={} outcome={}", message.message(), failure.kind());
            }
        });
        queue.sent(message);
        return true;
    }

    private static String notice(DueMessage message) {
        return message.person().isPresent() ? BotNotice.NOT_DELIVERED.key() : "";
    }

    private Activity activity(Answer answer, Address to) {
        return CardActivity.of(renderer.of(answer, TeamsOutbox.reader(to)), to);
    }
}

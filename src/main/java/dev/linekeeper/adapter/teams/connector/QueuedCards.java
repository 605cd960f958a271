package dev.linekeeper.adapter.teams.connector;

import com.microsoft.bot.schema.Activity;
import dev.linekeeper.adapter.teams.cards.BotNotice;
import dev.linekeeper.adapter.teams.cards.CardActivity;
import dev.linekeeper.adapter.teams.cards.CardRenderer;
import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Posts and replaces the cards of queued messages. Each is made when Teams may be called: the message, its card and the address
 * are read after the wait. Methods return the message as it was shown, and throw {@link ConnectorFailure}. Thread-safe.
 */
public record QueuedCards(
        MessageLanes lanes,
        Addresses addresses,
        MessageCards cards,
        CardRenderer renderer,
        Connector connector,
        CardCopies posted) {
    /** A message, the card it led to and where that goes. */
    private record Made(DueMessage message, Answer answer, Address to) {}

    List<CardCopy> copies(DueMessage message) {
        return addresses.copies(message.message().request().toString());
    }

    /** The card that the message replaces; empty when it is known no more. */
    Optional<CardCopy> copy(DueMessage message) {
        return copies(message).stream()
                .filter(copy -> copy.activityId().equals(message.activityId()))
                .filter(copy -> copy.address().conversationId().equals(message.lane()))
                .findFirst();
    }

    DueMessage post(DueMessage message, Address chat) {
        var made = new AtomicReference<Made>();
        String id = connector.post(message.lane(), () -> {
            made.set(made(message, newest(chat)));
            return activity(made.get());
        });
        Answer answer = made.get().answer();
        answer.topic()
                .filter(_ -> !id.isEmpty())
                .ifPresent(topic -> posted.posted(new CardCopy(topic, made.get().to(), id), answer.version()));
        return made.get().message();
    }

    /** Replaces the card, unless it was answered while this waited. */
    DueMessage replace(CardCopy copy, DueMessage message) {
        var made = new AtomicReference<>(message);
        connector.replace(
                copy.address().conversationId(),
                () -> due(message).map(due -> {
                    Made fresh = made(due, newest(copy));
                    made.set(fresh.message());
                    return withId(activity(fresh), copy);
                }));
        return made.get();
    }

    /** The same, empty when the card cannot be replaced, now or later. */
    Optional<DueMessage> replaceIfThere(CardCopy copy, DueMessage message) {
        try {
            return Optional.of(replace(copy, message));
        } catch (ConnectorFailure failure) {
            return switch (failure.kind()) {
                case GONE -> {
                    addresses.gone(copy);
                    yield Optional.empty();
                }
                case REMOVED, BLOCKED, FORBIDDEN, REFUSED, NOT_ALLOWED -> Optional.empty();
                case UNAUTHORISED, TOO_LARGE, THROTTLED, CONFLICT, NO_CONNECTION, UNAVAILABLE, UNKNOWN -> throw failure;
            };
        }
    }

    /** Sends a text instead of a card that is too large. */
    void shorten(DueMessage message) {
        Optional<CardCopy> copy = copy(message);
        if (copy.isPresent()) {
            connector.replace(message.lane(), () -> Optional.of(withId(tooLarge(newest(copy.get())), copy.get())));
        } else {
            message.person()
                    .flatMap(addresses::find)
                    .ifPresent(chat -> connector.post(message.lane(), () -> tooLarge(newest(chat))));
        }
    }

    /** The message as it is wanted now; empty when it is not, or was put off. */
    private Optional<DueMessage> due(DueMessage picked) {
        return lanes.due(picked.lane()).stream()
                .filter(due -> due.message().equals(picked.message())
                        && due.activityId().equals(picked.activityId()))
                .findFirst();
    }

    /** A failure to make the card is none of the limit within which it is sent. */
    private Made made(DueMessage picked, Address to) {
        DueMessage message = due(picked).orElse(picked);
        try {
            return new Made(message, cards.of(message.message(), TeamsOutbox.reader(to)), to);
        } catch (BackendFailure failure) {
            throw new IllegalStateException("The card cannot be made", failure);
        }
    }

    private Address newest(Address chat) {
        return chat.reader()
                .flatMap(addresses::find)
                .filter(now -> now.conversationId().equals(chat.conversationId()))
                .orElse(chat);
    }

    private Address newest(CardCopy copy) {
        return addresses.copies(copy.topic()).stream()
                .filter(now -> now.activityId().equals(copy.activityId()))
                .map(CardCopy::address)
                .filter(now -> now.conversationId().equals(copy.address().conversationId()))
                .findFirst()
                .orElse(copy.address());
    }

    private Activity activity(Made made) {
        return CardActivity.of(renderer.of(made.answer(), TeamsOutbox.reader(made.to())), made.to());
    }

    private static Activity tooLarge(Address to) {
        return CardActivity.text(BotNotice.TOO_LARGE.in(TeamsOutbox.reader(to).locale()), to);
    }

    private static Activity withId(Activity activity, CardCopy copy) {
        activity.setId(copy.activityId());
        return activity;
    }
}

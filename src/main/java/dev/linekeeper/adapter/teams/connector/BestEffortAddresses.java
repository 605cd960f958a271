package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.DeliveryLog;
import dev.linekeeper.chat.DeliveryLog.DeliveryState;
import dev.linekeeper.chat.DeliveryLog.KeptActivity;
import dev.linekeeper.chat.MessageLanes;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address book for a turn. While the store is unreachable, people are still answered: nothing is recorded and every
 * activity counts as new. Thread-safe.
 */
public record BestEffortAddresses(Addresses store, MessageQueue queue, MessageLanes lanes, DeliveryLog deliveries) {
    private static final Logger log = LoggerFactory.getLogger(BestEffortAddresses.class);

    public void heard(Address from) {
        attempt("heard", () -> {
            store.heard(from);
            from.reader().ifPresent(queue::resume);
        });
    }

    public void forget(UserId person) {
        attempt("forget", () -> store.forget(person));
    }

    /** Forgets a conversation, and that {@code welcome} was answered there. */
    public void left(Address conversation, String welcome) {
        attempt("left", () -> {
            store.left(conversation);
            deliveries.forget(welcome);
        });
    }

    /** The person with that account on the channel; empty also while the store is unreachable. */
    public Optional<UserId> personOf(String account) {
        return account.isBlank() ? Optional.empty() : read("person-of", () -> store.personOf(account));
    }

    /** {@code version} is the one of the topic that the card shows. */
    public void posted(CardCopy copy, long version) {
        attempt("note-card", () -> new CardCopies(store, queue).posted(copy, version));
    }

    /** The topic of a card in the conversation; empty when it has none, or that cannot be read. */
    public Optional<String> topic(Address conversation, String activityId) {
        return read("topic", () -> store.topic(conversation, activityId));
    }

    /** What would replace the card now; empty also while that cannot be read. */
    public Optional<DueMessage> waiting(Address conversation, String activityId) {
        return read(
                "waiting",
                () -> lanes.due(conversation.conversationId()).stream()
                        .filter(due -> due.activityId().equals(activityId))
                        .findFirst());
    }

    /** Drops what waited before the card was replaced by an answer, which shows no older state; what is wanted since stays. */
    public void answered(DueMessage waited) {
        attempt("answered-card", () -> lanes.sent(waited));
    }

    private static <T> Optional<T> read(String action, Supplier<Optional<T>> query) {
        return attempt(action, query, Optional.empty());
    }

    /** {@link DeliveryLog#begin}; {@link DeliveryState#FIRST} also while the store is unreachable. */
    public DeliveryState begin(String key, Instant now, Instant deadBefore) {
        return attempt("begin", () -> deliveries.begin(key, now, deadBefore), DeliveryState.FIRST);
    }

    public void renew(String key, Instant now) {
        attempt("renew", () -> deliveries.renew(key, now));
    }

    /** Notes how the answering of an activity ended. */
    public void ended(String key, boolean isAnswered, Instant now) {
        if (isAnswered) {
            attempt("answered", () -> deliveries.answered(key, now));
        } else {
            attempt("unanswered", () -> deliveries.unanswered(key));
        }
    }

    /** {@link DeliveryLog#keep}. */
    public void keep(KeptActivity activity, Instant due) {
        attempt("keep", () -> deliveries.keep(activity, due));
    }

    private static void attempt(String action, Runnable write) {
        attempt(
                action,
                () -> {
                    write.run();
                    return true;
                },
                true);
    }

    private static <T> T attempt(String action, Supplier<T> query, T otherwise) {
        try {
            return query.get();
        } catch (RuntimeException e) {
            log.error("action={} outcome=store-unavailable", action, e);
            return otherwise;
        }
    }
}

package dev.linekeeper.adapter.teams;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address book as a turn uses it. Noting things there must not cost somebody their answer: while the store is out of
 * reach, people are answered all the same, and the answer says what does not work.
 */
record BestEffortAddresses(Addresses store) implements Addresses {
    private static final Logger log = LoggerFactory.getLogger(BestEffortAddresses.class);

    @Override
    public void remember(UserId person, Address personalChat) {
        attempt("remember", () -> store.remember(person, personalChat));
    }

    @Override
    public Optional<Address> find(UserId person) {
        return attempt("find", () -> store.find(person), Optional.empty());
    }

    @Override
    public void forget(UserId person) {
        attempt("forget", () -> store.forget(person));
    }

    @Override
    public void posted(CardCopy copy) {
        attempt("note-card", () -> store.posted(copy));
    }

    @Override
    public List<CardCopy> copies(String topic) {
        return attempt("copies", () -> store.copies(topic), List.of());
    }

    @Override
    public boolean firstSight(String activityId, Instant now) {
        return attempt("first-sight", () -> store.firstSight(activityId, now), true);
    }

    private static void attempt(String action, Runnable noting) {
        attempt(
                action,
                () -> {
                    noting.run();
                    return true;
                },
                false);
    }

    private static <T> T attempt(String action, Supplier<T> asking, T otherwise) {
        try {
            return asking.get();
        } catch (RuntimeException e) {
            log.error(
                    "action={} outcome=store-unavailable cause={}",
                    action,
                    e.getClass().getName());
            return otherwise;
        }
    }
}

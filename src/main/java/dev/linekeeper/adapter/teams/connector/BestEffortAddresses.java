package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address book as a turn uses it. Noting things there must not cost somebody their answer: while the store is out of
 * reach, people are answered all the same, nothing is noted, and every activity counts as new.
 *
 * @param store fails while it is out of reach
 */
public record BestEffortAddresses(Addresses store) {
    private static final Logger log = LoggerFactory.getLogger(BestEffortAddresses.class);

    public void remember(UserId person, Address personalChat) {
        attempt("remember", () -> store.remember(person, personalChat));
    }

    public void forget(UserId person) {
        attempt("forget", () -> store.forget(person));
    }

    public void posted(CardCopy copy) {
        attempt("note-card", () -> store.posted(copy));
    }

    /** Whether nothing with that key was seen before; it has been now. */
    public boolean firstSight(String key, Instant now) {
        return attempt("first-sight", () -> store.firstSight(key, now));
    }

    private static void attempt(String action, Runnable noting) {
        attempt(action, () -> {
            noting.run();
            return true;
        });
    }

    private static boolean attempt(String action, BooleanSupplier asking) {
        try {
            return asking.getAsBoolean();
        } catch (RuntimeException e) {
            log.error(
                    "action={} outcome=store-unavailable cause={}",
                    action,
                    e.getClass().getName());
            return true;
        }
    }
}

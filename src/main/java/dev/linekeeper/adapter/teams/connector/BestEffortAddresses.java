package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.chat.Addresses;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The address book for a turn. While the store is unreachable, nothing is recorded and every activity counts as new. */
public record BestEffortAddresses(Addresses store) {
    private static final Logger log = LoggerFactory.getLogger(BestEffortAddresses.class);

    public void heard(Address from) {
        attempt("heard", () -> store.heard(from));
    }

    public void forget(UserId person) {
        attempt("forget", () -> store.forget(person));
    }

    /** The person with that account on the channel; empty also while the store is unreachable. */
    public Optional<UserId> personOf(String account) {
        try {
            return account.isBlank() ? Optional.empty() : store.personOf(account);
        } catch (RuntimeException e) {
            log.error(
                    "action=person-of outcome=store-unavailable cause={}",
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    public void posted(CardCopy copy) {
        attempt("note-card", () -> store.posted(copy));
    }

    /** Records the key; whether it is the first time. */
    public boolean isFirstDelivery(String key, Instant now) {
        return attempt("first-sight", () -> store.isFirstDelivery(key, now));
    }

    private static void attempt(String action, Runnable write) {
        attempt(action, () -> {
            write.run();
            return true;
        });
    }

    private static boolean attempt(String action, BooleanSupplier query) {
        try {
            return query.getAsBoolean();
        } catch (RuntimeException e) {
            log.error("action={} outcome=store-unavailable", action, e);
            return true;
        }
    }
}

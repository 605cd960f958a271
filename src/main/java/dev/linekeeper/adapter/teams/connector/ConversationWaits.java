package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.service.tenant.limit.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Conversations for which Teams asked to wait; every message to them waits. Thread-safe; {@link #await} blocks the caller.
 */
public final class ConversationWaits {
    private final ConcurrentMap<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Sleeper sleeper;

    public ConversationWaits(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    void holdBack(String conversation, Duration wait) {
        until.merge(conversation, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Returns when a message may be sent to the conversation. */
    void await(String conversation) throws InterruptedException {
        Instant free = until.get(conversation);
        if (free == null) {
            return;
        }
        Duration left = Duration.between(clock.instant(), free);
        if (left.isPositive()) {
            sleeper.sleep(left);
        }
        until.remove(conversation, free);
    }
}

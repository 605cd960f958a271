package dev.linekeeper.adapter.teams.connector;

import dev.linekeeper.service.tenant.limit.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Conversations for which the channel asked us to wait: until then every other message to them waits too. Safe for
 * concurrent callers; {@link #await} blocks its own.
 */
public final class ConversationWaits {
    private final ConcurrentMap<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Sleeper pause;

    public ConversationWaits(Clock clock, Sleeper pause) {
        this.clock = clock;
        this.pause = pause;
    }

    void holdBack(String conversation, Duration wait) {
        until.merge(conversation, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Returns when the conversation may be written to, or throws when the thread is interrupted meanwhile. */
    void await(String conversation) throws InterruptedException {
        Instant free = until.get(conversation);
        if (free == null) {
            return;
        }
        Duration left = Duration.between(clock.instant(), free);
        if (left.isPositive()) {
            pause.sleep(left);
        }
        until.remove(conversation, free);
    }
}

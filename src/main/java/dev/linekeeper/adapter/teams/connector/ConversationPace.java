package dev.linekeeper.adapter.teams.connector;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.linekeeper.service.tenant.limit.Sleeper;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * How fast each conversation may be written to: below Microsoft's limits for one bot in one thread, which are 7 operations
 * in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour, on each replica; and not at all while Teams asks to wait. All but replies
 * leave room for replies. Thread-safe; {@link #await} blocks the caller.
 *
 * @see <a href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit">Rate limits</a>
 */
public final class ConversationPace {
    /** At most {@code BURST + 1.5} operations in 1 s, {@code + 3} in 2 s, {@code + 45} in 30 s. */
    private static final int BURST = 4;

    private static final int REFILL = 3;
    private static final Duration REFILL_TIME = Duration.ofSeconds(2);

    /** At most 300 + 1,440 operations in an hour. */
    private static final int HOURLY_BURST = 300;

    private static final int HOURLY_REFILL = 24;
    private static final int KEPT_FOR_REPLIES = 1;

    private final LoadingCache<String, Bucket> buckets;
    private final ConcurrentMap<String, Instant> heldUntil = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Sleeper sleeper;

    public ConversationPace(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.buckets =
                Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build(_ -> bucket());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(BURST).refillGreedy(REFILL, REFILL_TIME))
                .addLimit(limit -> limit.capacity(HOURLY_BURST).refillGreedy(HOURLY_REFILL, Duration.ofMinutes(1)))
                .withCustomTimePrecision(new Time(clock))
                .build();
    }

    /** Lets nothing be sent to the conversation for so long. */
    void holdBack(String conversation, Duration wait) {
        heldUntil.merge(conversation, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }

    /**
     * Returns when a message may be sent to the conversation, which then counts as sent; what is only worth something at once
     * does not wait. Whether it may be sent.
     */
    boolean await(String conversation, Urgency urgency) throws InterruptedException {
        Duration wait = takeOrWait(conversation, urgency);
        while (!wait.isZero() && urgency != Urgency.PASSING) {
            sleeper.sleep(wait);
            wait = takeOrWait(conversation, urgency);
        }
        return wait.isZero();
    }

    private Duration takeOrWait(String conversation, Urgency urgency) {
        Instant free = heldUntil.getOrDefault(conversation, Instant.MIN);
        Instant now = clock.instant();
        if (free.isAfter(now)) {
            return Duration.between(now, free);
        }
        heldUntil.remove(conversation, free);
        var bucket = buckets.get(conversation);
        if (urgency != Urgency.REPLY) {
            var room = bucket.estimateAbilityToConsume(1L + KEPT_FOR_REPLIES);
            if (!room.canBeConsumed()) {
                return Duration.ofNanos(Math.max(1, room.getNanosToWaitForRefill()));
            }
        }
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, taken.getNanosToWaitForRefill()));
    }

    private record Time(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

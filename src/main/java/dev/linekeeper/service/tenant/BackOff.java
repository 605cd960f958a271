package dev.linekeeper.service.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to leave a surface alone that does not say so itself: twice as long each time until a call succeeds, with
 * jitter. Calls that were under way together are refused together; that counts once.
 */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int DOUBLINGS = 5;

    private final RandomGenerator random;
    private int refused;
    private Instant lastly = Instant.MIN;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after a refusal of a call that was begun then. */
    synchronized Duration after(Instant begun, Instant now) {
        if (!begun.isBefore(lastly)) {
            refused++;
            lastly = now;
        }
        long most = FIRST.toMillis() << Math.min(refused - 1, DOUBLINGS);
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    synchronized void over() {
        refused = 0;
        lastly = Instant.MIN;
    }
}

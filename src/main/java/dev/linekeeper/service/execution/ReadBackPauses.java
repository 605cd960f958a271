package dev.linekeeper.service.execution;

import dev.linekeeper.service.tenant.limit.Backoff;
import dev.linekeeper.service.tenant.limit.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Growing pauses between attempts to read a change back, until a time limit. */
final class ReadBackPauses {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Sleeper sleeper;
    private final Clock clock;
    private final Instant end;
    private int pauses;

    ReadBackPauses(Sleeper sleeper, Clock clock, Duration atMost) {
        this.sleeper = sleeper;
        this.clock = clock;
        this.end = clock.instant().plus(atMost);
    }

    /** Waits for the next pause; returns false, without waiting, when the time limit is over. */
    boolean next() throws InterruptedException {
        Duration left = Duration.between(clock.instant(), end);
        if (!left.isPositive()) {
            return false;
        }
        Duration pause = BACKOFF.after(++pauses);
        sleeper.sleep(pause.compareTo(left) < 0 ? pause : left);
        return true;
    }
}

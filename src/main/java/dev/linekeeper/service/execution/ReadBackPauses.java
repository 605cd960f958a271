package dev.linekeeper.service.execution;

import dev.linekeeper.service.tenant.limit.Backoff;
import dev.linekeeper.service.tenant.limit.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Growing pauses until an end: for looking again and again, but not for ever. */
final class ReadBackPauses {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Sleeper pause;
    private final Clock clock;
    private final Instant end;
    private int looks;

    ReadBackPauses(Sleeper pause, Clock clock, Duration atMost) {
        this.pause = pause;
        this.clock = clock;
        this.end = clock.instant().plus(atMost);
    }

    /** Waits; false, without waiting, when the time is over. */
    boolean another() throws InterruptedException {
        Duration left = Duration.between(clock.instant(), end);
        if (!left.isPositive()) {
            return false;
        }
        Duration next = BACKOFF.after(++looks);
        pause.sleep(next.compareTo(left) < 0 ? next : left);
        return true;
    }
}

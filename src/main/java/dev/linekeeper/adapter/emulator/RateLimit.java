package dev.linekeeper.adapter.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** A part of the service that answers so many calls a second, may be burst by a second's worth, and says 429 beyond. */
final class RateLimit implements Faults.Constant {
    private final Predicate<String> paths;
    private final int callsPerSecond;
    private final Clock clock;
    private double left;
    private Instant filledAt;

    RateLimit(Predicate<String> paths, int callsPerSecond, Clock clock) {
        this.paths = paths;
        this.callsPerSecond = callsPerSecond;
        this.clock = clock;
        this.left = callsPerSecond;
        this.filledAt = clock.instant();
    }

    @Override
    public Optional<Fault> on(String path) {
        return paths.test(path) && !taken()
                ? Optional.of(new Fault.Throttled(Duration.ofSeconds(1), false))
                : Optional.empty();
    }

    private synchronized boolean taken() {
        var now = clock.instant();
        var since = Duration.between(filledAt, now).toNanos() / 1e9;
        left = Math.min(callsPerSecond, left + since * callsPerSecond);
        filledAt = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}

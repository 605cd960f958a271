package dev.linekeeper.simulator.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rate limit of a service: calls above it are answered with 429. Thread-safe. */
public final class SimulatedLoad {
    private final int rate;
    private final Clock clock;
    private double tokens;
    private Instant filled;

    /** {@code rate} is calls a second, and as many at once; 0 for any number. */
    public SimulatedLoad(int rate, Clock clock) {
        this.rate = rate;
        this.clock = clock;
        this.tokens = rate;
        this.filled = clock.instant();
    }

    /** The fault of the next call when it exceeds the rate. */
    public synchronized Optional<Fault> next() {
        if (rate == 0) {
            return Optional.empty();
        }
        var now = clock.instant();
        tokens = Math.min(rate, tokens + Duration.between(filled, now).toNanos() / 1e9 * rate);
        filled = now;
        if (tokens < 1) {
            return Optional.of(new Fault.Throttled(Duration.ofSeconds(1), false));
        }
        tokens--;
        return Optional.empty();
    }
}

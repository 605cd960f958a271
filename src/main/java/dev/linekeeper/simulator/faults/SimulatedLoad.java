package dev.linekeeper.simulator.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The load limits of a service: every call has a latency, and calls above the rate are answered with 429. Thread-safe. */
public final class SimulatedLoad {
    private final Duration latency;
    private final int rate;
    private final Clock clock;
    private double tokens;
    private Instant filled;

    /**
     * @param latency of every call
     * @param rate calls a second, and as many at once; 0 for any number
     */
    public SimulatedLoad(Duration latency, int rate, Clock clock) {
        this.latency = latency;
        this.rate = rate;
        this.clock = clock;
        this.tokens = rate;
        this.filled = clock.instant();
    }

    /** No limit and no latency. */
    public static SimulatedLoad none(Clock clock) {
        return new SimulatedLoad(Duration.ZERO, 0, clock);
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

    public Duration latency() {
        return latency;
    }
}

package dev.linekeeper.simulator.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a service bears: every call takes its time, and more than so many in a second are sent away with 429. */
public final class SimulatedLoad {
    private final Duration latency;
    private final int rate;
    private final Clock clock;
    private double tokens;
    private Instant filled;

    /**
     * A service under load.
     *
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

    /** Any number of calls, each at once. */
    public static SimulatedLoad none(Clock clock) {
        return new SimulatedLoad(Duration.ZERO, 0, clock);
    }

    /** What the next call meets instead of its answer. */
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

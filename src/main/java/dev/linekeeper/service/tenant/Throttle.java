package dev.linekeeper.service.tenant;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The pace at which a tenant is called. Every call of an adapter waits here for its turn, in the order it came: so many
 * at once on this replica, so many a second on all replicas together. When a surface asks to be left alone, nobody calls
 * it until that time is over. A turn that is too far away is a failure of kind THROTTLED at once: a chat cannot wait for
 * minutes, and a job comes back later.
 */
public final class Throttle {
    private final Map<Surface, Turnstile> turnstiles = new EnumMap<>(Surface.class);

    /**
     * How fast one surface may be called.
     *
     * @param callsPerSecond by all replicas together
     * @param atOnce calls under way on this replica
     */
    public record Limit(int callsPerSecond, int atOnce) {}

    /**
     * Opens a turnstile for every surface.
     *
     * @param limits one for every surface
     * @param longestWait how long a call waits for its turn before it fails
     */
    public Throttle(Map<Surface, Limit> limits, Budget budget, Duration longestWait, Clock clock, Pause pause) {
        this(limits, budget, longestWait, clock, pause, RandomGenerator.getDefault());
    }

    Throttle(
            Map<Surface, Limit> limits,
            Budget budget,
            Duration longestWait,
            Clock clock,
            Pause pause,
            RandomGenerator random) {
        limits.forEach((surface, limit) -> turnstiles.put(
                surface, new Turnstile(surface, limit.atOnce(), budget, longestWait, clock, pause, random)));
    }

    /** Makes a call that changes nothing; one that may succeed later is made a second time, when its turn comes again. */
    public <T extends @Nullable Object> T patiently(Surface surface, Supplier<T> call) {
        var turnstile = turnstile(surface);
        try {
            return turnstile.pass(call);
        } catch (BackendFailure first) {
            if (first instanceof TurnTooFar || !first.worthRetrying()) {
                throw first;
            }
            try {
                return turnstile.pass(call);
            } catch (TurnTooFar notNow) {
                throw first;
            }
        }
    }

    /** Makes a call that changes something, once: whether it came through is for the caller to find out. */
    public <T extends @Nullable Object> T once(Surface surface, Supplier<T> call) {
        return turnstile(surface).pass(call);
    }

    /** What went through so far on this replica. */
    public Traffic traffic(Surface surface) {
        return turnstile(surface).traffic();
    }

    private Turnstile turnstile(Surface surface) {
        var turnstile = turnstiles.get(surface);
        if (turnstile == null) {
            throw new IllegalStateException("No limit is known for %s".formatted(surface));
        }
        return turnstile;
    }
}

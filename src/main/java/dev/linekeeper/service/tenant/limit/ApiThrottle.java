package dev.linekeeper.service.tenant.limit;

import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of all calls to a tenant. Calls of one surface wait in the order they came until fewer than
 * {@link ApiLimit#atOnce} are under way on this replica and the budget of all replicas has one left. After a 429 or a
 * Retry-After no call of the surface is made until that time is over. A call that would wait longer than the longest
 * wait fails at once with {@link LocalRateLimitExceeded} (kind THROTTLED): a chat cannot wait for minutes, and a job comes back
 * later. Thread-safe.
 */
public final class ApiThrottle {
    private final Map<RateLimitedApi, ApiLimiter> turnstiles = new EnumMap<>(RateLimitedApi.class);

    /**
     * How fast one surface may be called.
     *
     * @param callsPerSecond by all replicas together
     * @param atOnce calls under way on this replica
     */
    public record ApiLimit(int callsPerSecond, int atOnce) {}

    /**
     * Opens a turnstile for every surface.
     *
     * @param limits one for every surface
     * @param longestWait how long a call waits for its turn before it fails
     */
    public ApiThrottle(
            Map<RateLimitedApi, ApiLimit> limits, RateLimit budget, Duration longestWait, Clock clock, Sleeper pause) {
        this(limits, budget, longestWait, clock, pause, RandomGenerator.getDefault());
    }

    public ApiThrottle(
            Map<RateLimitedApi, ApiLimit> limits,
            RateLimit budget,
            Duration longestWait,
            Clock clock,
            Sleeper pause,
            RandomGenerator random) {
        limits.forEach((surface, limit) -> turnstiles.put(
                surface, new ApiLimiter(surface, limit.atOnce(), budget, longestWait, clock, pause, random)));
    }

    /**
     * Makes a call that changes nothing, and a second time when the first failure is {@linkplain
     * BackendFailure#worthRetrying worth it} and the second turn comes in time.
     *
     * @throws BackendFailure of the first call when there is no second
     */
    public <T extends @Nullable Object> T patiently(RateLimitedApi surface, Supplier<T> call) {
        var turnstile = turnstile(surface);
        try {
            return turnstile.pass(call);
        } catch (BackendFailure first) {
            if (first instanceof LocalRateLimitExceeded || !first.worthRetrying()) {
                throw first;
            }
            try {
                return turnstile.pass(call);
            } catch (LocalRateLimitExceeded notNow) {
                throw first;
            }
        }
    }

    /** Makes a call that changes something, once: after a failure the caller reads whether the change was made. */
    public <T extends @Nullable Object> T once(RateLimitedApi surface, Supplier<T> call) {
        return turnstile(surface).pass(call);
    }

    /** What went through so far on this replica. */
    public ApiCallCounts traffic(RateLimitedApi surface) {
        return turnstile(surface).traffic();
    }

    private ApiLimiter turnstile(RateLimitedApi surface) {
        var turnstile = turnstiles.get(surface);
        if (turnstile == null) {
            throw new IllegalStateException("No limit is known for %s".formatted(surface));
        }
        return turnstile;
    }
}

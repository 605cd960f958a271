package dev.linekeeper.service.tenant.limit;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.MetricSource;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The rate limit of all calls to a tenant. Calls of one API wait in the order they came until fewer than
 * {@link ApiLimit#atOnce} are under way on this replica and the budget of all replicas has one left. After a 429 or a
 * Retry-After no call of the API is made until that time is over. A call that would wait longer than the longest
 * wait fails at once with {@link LocalRateLimitExceeded} (kind THROTTLED): a chat cannot wait for minutes, and a job comes back
 * later. Thread-safe.
 */
public final class ApiThrottle implements MetricSource {
    private final Map<RateLimitedApi, ApiLimiter> limiters = new EnumMap<>(RateLimitedApi.class);

    /**
     * How fast one API may be called.
     *
     * @param callsPerSecond by all replicas together
     * @param atOnce calls under way on this replica
     */
    public record ApiLimit(int callsPerSecond, int atOnce) {}

    /**
     * Makes a limiter for every API.
     *
     * @param limits one for every API
     * @param longestWait how long a call waits for its turn before it fails
     */
    public ApiThrottle(
            Map<RateLimitedApi, ApiLimit> limits,
            RateLimit budget,
            Duration longestWait,
            Clock clock,
            Sleeper sleeper) {
        this(limits, budget, longestWait, clock, sleeper, RandomGenerator.getDefault());
    }

    public ApiThrottle(
            Map<RateLimitedApi, ApiLimit> limits,
            RateLimit budget,
            Duration longestWait,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random) {
        limits.forEach((api, limit) ->
                limiters.put(api, new ApiLimiter(api, limit.atOnce(), budget, longestWait, clock, sleeper, random)));
    }

    /**
     * Makes a call that changes nothing, and a second time when the first failure is {@linkplain
     * BackendFailure#worthRetrying worth it} and the second turn comes in time.
     *
     * @throws BackendFailure of the first call when there is no second
     */
    public <T extends @Nullable Object> T withRetry(RateLimitedApi api, Supplier<T> call) {
        var limiter = limiter(api);
        try {
            return limiter.run(call);
        } catch (BackendFailure first) {
            if (first instanceof LocalRateLimitExceeded || !first.worthRetrying()) {
                throw first;
            }
            try {
                return limiter.run(call);
            } catch (LocalRateLimitExceeded exceeded) {
                throw first;
            }
        }
    }

    /** Makes a call that changes something, once: after a failure the caller reads whether the change was made. */
    public <T extends @Nullable Object> T once(RateLimitedApi api, Supplier<T> call) {
        return limiter(api).run(call);
    }

    /** Makes a call that takes nothing from the budget, such as a sign-in; it is counted and told as the others are. */
    public <T extends @Nullable Object> T outside(RateLimitedApi api, Supplier<T> call) {
        return limiter(api).outside(call);
    }

    /** The calls of this replica so far. */
    public ApiCallCounts callCounts(RateLimitedApi api) {
        return limiter(api).callCounts();
    }

    @Override
    public String source() {
        return "calls";
    }

    @Override
    public List<Measurement> measurements() {
        return limiters.values().stream().flatMap(ApiLimiter::measurements).toList();
    }

    private ApiLimiter limiter(RateLimitedApi api) {
        var limiter = limiters.get(api);
        if (limiter == null) {
            throw new IllegalStateException("No limit is known for %s".formatted(api));
        }
        return limiter;
    }
}

package dev.linekeeper.service.tenant;

import dev.linekeeper.adapter.store.TokenBucketRateLimit;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.limit.LocalRateLimitExceeded;
import dev.linekeeper.service.tenant.limit.RateLimit;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Throttles for tests: in time that does not really pass. */
public final class Throttles {
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private Throttles() {}

    /** Ten calls a second and four at once on every surface. */
    public static ApiThrottle in(ManualTime time) {
        return over(TokenBucketRateLimit.inMemory(rates(10), time), time);
    }

    public static ApiThrottle over(RateLimit budget, ManualTime time) {
        return new ApiThrottle(limits(10, 4), budget, LONGEST_WAIT, time, time, new Random(7));
    }

    /** What a caller is told whose turn is too far away. */
    public static BackendFailure tooFar(Duration wait) {
        return new LocalRateLimitExceeded(RateLimitedApi.TEAMS_ADMIN, wait);
    }

    public static Map<RateLimitedApi, ApiThrottle.ApiLimit> limits(int callsPerSecond, int atOnce) {
        return each(new ApiThrottle.ApiLimit(callsPerSecond, atOnce));
    }

    public static Map<RateLimitedApi, Integer> rates(int callsPerSecond) {
        return each(callsPerSecond);
    }

    private static <T> Map<RateLimitedApi, T> each(T value) {
        return Arrays.stream(RateLimitedApi.values()).collect(Collectors.toMap(Function.identity(), _ -> value));
    }
}

package dev.linekeeper.service.tenant;

import dev.linekeeper.adapter.store.BucketBudget;
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
    public static Throttle in(ManualTime time) {
        return over(BucketBudget.inMemory(rates(10), time), time);
    }

    public static Throttle over(Budget budget, ManualTime time) {
        return new Throttle(limits(10, 4), budget, LONGEST_WAIT, time, time, new Random(7));
    }

    /** What a caller is told whose turn is too far away. */
    public static BackendFailure tooFar(Duration wait) {
        return new TurnTooFar(Surface.TEAMS_ADMIN, wait);
    }

    static Map<Surface, Throttle.Limit> limits(int callsPerSecond, int atOnce) {
        return each(new Throttle.Limit(callsPerSecond, atOnce));
    }

    public static Map<Surface, Integer> rates(int callsPerSecond) {
        return each(callsPerSecond);
    }

    private static <T> Map<Surface, T> each(T value) {
        return Arrays.stream(Surface.values()).collect(Collectors.toMap(Function.identity(), _ -> value));
    }
}

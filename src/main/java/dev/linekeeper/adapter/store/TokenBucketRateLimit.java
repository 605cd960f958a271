package dev.linekeeper.adapter.store;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.limit.RateLimit;
import dev.linekeeper.service.tenant.limit.RateLimitedApi;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Token buckets (bucket4j), one a surface. A pause is a debt: the bucket owes the calls that would have come in
 * meanwhile, so the next caller on any replica is told how long to wait, and no calls are saved up when it is over.
 * Bucket4j's own blocking consume is not used: it takes tokens in advance, which a pause could not take back.
 * Replicas count by their own clocks, which must agree within a second or so. Thread-safe.
 */
public final class TokenBucketRateLimit implements RateLimit {
    private static final String TABLE = "call_budget";

    private final Map<RateLimitedApi, Integer> rates;
    private final Map<RateLimitedApi, Bucket> buckets = new EnumMap<>(RateLimitedApi.class);

    private TokenBucketRateLimit(
            Map<RateLimitedApi, Integer> rates, BiFunction<RateLimitedApi, BucketConfiguration, Bucket> bucket) {
        this.rates = Map.copyOf(rates);
        rates.forEach((surface, rate) -> buckets.put(surface, bucket.apply(surface, configuration(rate))));
    }

    /** For one process alone; {@code rates} are calls a second. */
    public static TokenBucketRateLimit inMemory(Map<RateLimitedApi, Integer> rates, Clock clock) {
        return new TokenBucketRateLimit(rates, (_, configuration) -> {
            var builder = Bucket.builder().withCustomTimePrecision(new ClockTime(clock));
            for (var bandwidth : configuration.getBandwidths()) {
                builder.addLimit(bandwidth);
            }
            return builder.build();
        });
    }

    /** For all replicas on one PostgreSQL; another rate is another budget. */
    static TokenBucketRateLimit shared(Map<RateLimitedApi, Integer> rates, Clock clock, DataSource database) {
        var buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table(TABLE)
                .idColumn("surface")
                .stateColumn("state")
                .clientClock(new ClockTime(clock))
                .build();
        return new TokenBucketRateLimit(
                rates,
                (surface, configuration) -> buckets.builder()
                        .build("%s %d/s".formatted(surface.label(), rates.get(surface)), () -> configuration));
    }

    @Override
    public Duration take(RateLimitedApi surface) {
        var probe = answered(() -> bucket(surface).tryConsumeAndReturnRemaining(1));
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    @Override
    public void pause(RateLimitedApi surface, Duration time) {
        answered(() -> owe(surface, time, bucket(surface)));
    }

    private long owe(RateLimitedApi surface, Duration time, Bucket bucket) {
        long owed = calls(surface, time, true);
        long free = bucket.getAvailableTokens();
        if (free <= -owed) {
            return 0;
        }
        long taken = free + owed;
        var wait = Duration.ofNanos(bucket.consumeIgnoringRateLimits(taken));
        // Another replica may have paused it between the two: what is too much goes back, ours at most.
        long tooMuch = Math.min(taken, calls(surface, wait.minus(time), false));
        if (tooMuch > 0) {
            bucket.addTokens(tooMuch);
        }
        return taken;
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (BucketExceptions.BucketExecutionException unreachable) {
            throw new BackendFailure(
                    BackendFailure.FailureKind.TRANSIENT,
                    "The budget of calls in the database cannot be read: %s".formatted(unreachable.getMessage()));
        }
    }

    private Bucket bucket(RateLimitedApi surface) {
        var bucket = buckets.get(surface);
        if (bucket == null) {
            throw new IllegalStateException("There is no budget for %s".formatted(surface));
        }
        return bucket;
    }

    /** How many calls come in during that time, the last one begun counted or not. */
    private long calls(RateLimitedApi surface, Duration time, boolean begun) {
        double calls = rates.getOrDefault(surface, 0) * (time.toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
        return (long) (begun ? Math.ceil(calls) : Math.floor(calls));
    }

    /** Half a second may be saved up: enough to make good for a late start, too little to be a burst. */
    private static BucketConfiguration configuration(int rate) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(Math.max(1, rate / 2))
                        .refillGreedy(rate, Duration.ofSeconds(1))
                        .build())
                .build();
    }

    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

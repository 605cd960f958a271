package dev.linekeeper.adapter.store;

import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
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
 * A token bucket (bucket4j) for each API. A pause is a debt: it takes the tokens that would be refilled meanwhile, so
 * callers on all replicas wait, and none are saved up when it is over. Bucket4j's blocking consume is not used: it takes
 * tokens in advance, which a pause could not take back. The clocks of replicas must agree within about a second.
 * Thread-safe.
 */
public final class TokenBucketRateLimit implements RateLimit {
    private static final String TABLE = "call_budget";

    private final Map<RateLimitedApi, Integer> rates;
    private final Map<RateLimitedApi, Bucket> buckets = new EnumMap<>(RateLimitedApi.class);

    private TokenBucketRateLimit(
            Map<RateLimitedApi, Integer> rates, BiFunction<RateLimitedApi, BucketConfiguration, Bucket> bucket) {
        this.rates = Map.copyOf(rates);
        rates.forEach((api, rate) -> buckets.put(api, bucket.apply(api, configuration(rate))));
    }

    /** For one process; {@code rates} are calls a second. */
    public static TokenBucketRateLimit inMemory(Map<RateLimitedApi, Integer> rates, Clock clock) {
        return new TokenBucketRateLimit(rates, (_, configuration) -> {
            var builder = Bucket.builder().withCustomTimePrecision(new ClockTime(clock));
            for (var bandwidth : configuration.getBandwidths()) {
                builder.addLimit(bandwidth);
            }
            return builder.build();
        });
    }

    /** For all replicas on one PostgreSQL; a bucket's name includes its rate, so that a changed rate starts a new one. */
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
                (api, configuration) ->
                        buckets.builder().build("%s %d/s".formatted(api.label(), rates.get(api)), () -> configuration));
    }

    @Override
    public Duration take(RateLimitedApi api) {
        var probe = query(() -> bucket(api).tryConsumeAndReturnRemaining(1));
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    @Override
    public void pause(RateLimitedApi api, Duration time) {
        query(() -> owe(api, time, bucket(api)));
    }

    private long owe(RateLimitedApi api, Duration time, Bucket bucket) {
        long owed = calls(api, time, true);
        long free = bucket.getAvailableTokens();
        if (free <= -owed) {
            return 0;
        }
        long taken = free + owed;
        var wait = Duration.ofNanos(bucket.consumeIgnoringRateLimits(taken));
        // Another replica may have paused it in between: return what is too much, at most what was taken here.
        long tooMuch = Math.min(taken, calls(api, wait.minus(time), false));
        if (tooMuch > 0) {
            bucket.addTokens(tooMuch);
        }
        return taken;
    }

    private static <T> T query(Supplier<T> read) {
        try {
            return read.get();
        } catch (BucketExceptions.BucketExecutionException unreachable) {
            throw new BackendFailure(
                    FailureKind.TRANSIENT,
                    "The budget of calls in the database cannot be read: %s".formatted(unreachable.getMessage()));
        }
    }

    private Bucket bucket(RateLimitedApi api) {
        var bucket = buckets.get(api);
        if (bucket == null) {
            throw new IllegalStateException("There is no budget for %s".formatted(api));
        }
        return bucket;
    }

    /** How many tokens are refilled in that time, rounded up or down. */
    private long calls(RateLimitedApi api, Duration time, boolean roundUp) {
        double calls = rates.getOrDefault(api, 0) * (time.toNanos() / (double) TimeUnit.SECONDS.toNanos(1));
        return (long) (roundUp ? Math.ceil(calls) : Math.floor(calls));
    }

    /** Half a second of calls may be saved up: enough to catch up, too little for a burst. */
    private static BucketConfiguration configuration(int rate) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(Math.max(1, rate / 2))
                        .refillGreedy(rate, Duration.ofSeconds(1))
                        .build())
                .build();
    }

    /** A clock as buckets ask for it. */
    public record ClockTime(Clock clock) implements TimeMeter {
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

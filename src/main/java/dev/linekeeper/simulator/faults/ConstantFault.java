package dev.linekeeper.simulator.faults;

import dev.linekeeper.adapter.store.TokenBucketRateLimit;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** A fault that may hit any call, after the switches: a rate limit, random faults, latency. Thread-safe. */
@FunctionalInterface
public interface ConstantFault {
    Optional<Fault> on(String path);

    /** The same, of calls over HTTP alone. */
    default ConstantFault overHttp() {
        return path -> path.startsWith(ActiveFaults.POWERSHELL) ? Optional.empty() : on(path);
    }

    /** The same, of PowerShell alone. */
    default ConstantFault inPowerShell() {
        return path -> path.startsWith(ActiveFaults.POWERSHELL) ? on(path) : Optional.empty();
    }

    /** Every right answer is that late. */
    static ConstantFault late(Duration by) {
        return path -> by.isZero()
                ? Optional.empty()
                : Optional.of(
                        path.startsWith(ActiveFaults.POWERSHELL)
                                ? new Fault.InPowerShell.Late(by)
                                : new Fault.Slow(by));
    }

    /** Calls above the rate are answered with 429; {@code rate} is calls a second, and as many at once; 0 for any number. */
    static ConstantFault limit(int rate, Clock clock) {
        if (rate == 0) {
            return _ -> Optional.empty();
        }
        var bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, Duration.ofSeconds(1)))
                .withCustomTimePrecision(new TokenBucketRateLimit.ClockTime(clock))
                .build();
        return _ -> bucket.tryConsume(1)
                ? Optional.empty()
                : Optional.of(new Fault.Throttled(Duration.ofSeconds(1), false));
    }

    /**
     * A share of all calls fails: half of them before the work is done, half after it, which a caller cannot tell apart. The
     * same seed gives the same sequence.
     */
    static ConstantFault random(double share, long seed) {
        var random = new Random(seed);
        return path -> {
            var inPowerShell = path.startsWith(ActiveFaults.POWERSHELL);
            var starts = inPowerShell && !path.contains("-");
            boolean done;
            synchronized (random) {
                if (starts || random.nextDouble() >= share) {
                    return Optional.empty();
                }
                done = random.nextBoolean();
            }
            if (inPowerShell) {
                return Optional.of(
                        done ? new Fault.InPowerShell.DiesAfterwards() : Fault.InPowerShell.Fails.UNAVAILABLE);
            }
            return Optional.of(done ? new Fault.Lost() : new Fault.Broken(503, Optional.empty()));
        };
    }
}

package dev.linekeeper.service.tenant.gathering;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** How many requests are being applied by this process just now, which is how many may ask together. Thread-safe. */
public final class RunsInFlight {
    private static final Duration FOR_EACH = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofMillis(250);

    private final AtomicInteger count = new AtomicInteger();

    /** Does the work of a run, which counts meanwhile. */
    public <T> T counted(Supplier<T> run) {
        count.incrementAndGet();
        try {
            return run.get();
        } finally {
            count.decrementAndGet();
        }
    }

    int count() {
        return count.get();
    }

    /** Whether there may be anybody to ask together with. */
    boolean many() {
        return count.get() > 1;
    }

    /** How long the first who asks waits for the others: longer where more are under way, 250 ms at most. */
    Duration linger() {
        Duration all = FOR_EACH.multipliedBy(Math.max(0, count.get() - 1));
        return all.compareTo(LONGEST) < 0 ? all : LONGEST;
    }
}

package dev.linekeeper.service.tenant.gathering;

import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.reading.Parallel;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** How many requests are being applied or planned by this process just now, which is how many may ask together. Thread-safe. */
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

    /**
     * Does as many runs side by side as there are of {@code all}, which count from the beginning, and hands over what came of
     * each in their order. The lane is that of bulk work.
     */
    public <T, R> void sideBySide(Collection<T> all, Function<T, R> run, Consumer<R> inOrder) {
        count.addAndGet(all.size());
        CallLane.BULK.run(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                all.stream()
                        .map(each -> threads.submit(() -> {
                            try {
                                return run.apply(each);
                            } finally {
                                count.decrementAndGet();
                            }
                        }))
                        .toList()
                        .forEach(each -> inOrder.accept(Parallel.result(each)));
            }
        });
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

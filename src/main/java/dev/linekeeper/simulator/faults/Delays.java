package dev.linekeeper.simulator.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long the service takes to carry out accepted changes.
 *
 * @param grant until a granted policy shows when people are read
 * @param number until the operation on a number ends
 */
public record Delays(Duration grant, Duration number) {
    public static final Delays AT_ONCE = new Delays(Duration.ZERO, Duration.ZERO);

    public static void after(Duration wait, Runnable change) {
        if (wait.isZero()) {
            change.run();
        } else {
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(change);
        }
    }
}

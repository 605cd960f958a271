package dev.linekeeper.simulator;

import java.time.Duration;

/**
 * How long the service takes to do what it has accepted.
 *
 * @param grant until a granted policy shows when people are read
 * @param number until the operation on a number has ended
 */
public record Later(Duration grant, Duration number) {
    /** At once: for tests. */
    public static final Later AT_ONCE = new Later(Duration.ZERO, Duration.ZERO);

    static void after(Duration wait, Runnable change) {
        if (wait.isZero()) {
            change.run();
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(wait);
                change.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}

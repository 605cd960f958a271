package dev.linekeeper.simulator.faults;

import java.time.Duration;

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

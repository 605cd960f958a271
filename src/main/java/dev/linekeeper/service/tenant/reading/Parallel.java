package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.service.metrics.LogContext;
import dev.linekeeper.service.tenant.BackendFailure;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Runs work side by side on virtual threads, so much at once that none of it waits too long for its turn to call; all of it
 * has ended when the call returns.
 */
public final class Parallel {
    private static final int AT_ONCE = 32;

    private Parallel() {}

    /**
     * Does all of the work.
     *
     * @throws BackendFailure when a part of it ended with one
     */
    public static void run(List<Runnable> work) {
        var turns = new Semaphore(AT_ONCE);
        try (var threads = LogContext.threads()) {
            work.stream()
                    .map(each -> threads.submit(() -> {
                        turns.acquireUninterruptibly();
                        try {
                            each.run();
                        } finally {
                            turns.release();
                        }
                    }))
                    .toList()
                    .forEach(Parallel::result);
        }
    }

    /**
     * What comes of the work, which is waited for.
     *
     * @throws BackendFailure when it ended with one
     */
    public static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof BackendFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading the tenant", stopped);
        }
    }
}

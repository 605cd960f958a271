package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.service.tenant.BackendFailure;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs work side by side on virtual threads; all of it has ended when the call returns. */
final class Parallel {
    private Parallel() {}

    static void run(List<Runnable> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            work.stream().map(threads::submit).toList().forEach(Parallel::result);
        }
    }

    static <T> T result(Future<T> future) {
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

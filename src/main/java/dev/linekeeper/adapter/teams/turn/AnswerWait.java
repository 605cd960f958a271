package dev.linekeeper.adapter.teams.turn;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread does. */
final class AnswerWait {
    private AnswerWait() {}

    /** Whether the work ends within that time, successfully or not. */
    static boolean ends(Future<?> work, Duration limit) throws InterruptedException {
        try {
            work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            return true;
        }
    }

    /**
     * The result of the work when it has ended.
     *
     * @throws RuntimeException what it failed with
     */
    static <T> T result(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}

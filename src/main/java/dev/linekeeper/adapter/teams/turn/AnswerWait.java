package dev.linekeeper.adapter.teams.turn;

import dev.linekeeper.chat.FailureReference;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits a limited time for the answer of a turn, which another thread makes. */
final class AnswerWait {
    private static final Logger log = LoggerFactory.getLogger(AnswerWait.class);

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
     * The result of work that has ended.
     *
     * @throws RuntimeException what it failed with
     */
    static <T> T result(Future<T> work) {
        if (work.state() == Future.State.FAILED) {
            throw work.exceptionNow() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(work.exceptionNow());
        }
        return work.resultNow();
    }

    /** Whether the work ends within that time, successfully or not; a failure is logged. */
    static boolean isOver(Future<?> work, Duration limit) {
        try {
            work.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            log.error("action=turn outcome=failed reference={}", FailureReference.fresh(), e.getCause());
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

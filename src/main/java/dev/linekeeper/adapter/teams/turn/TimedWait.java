package dev.linekeeper.adapter.teams.turn;

import dev.linekeeper.chat.Reference;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the answer of a turn, worked on by another thread, for a limited time. */
final class TimedWait {
    private static final Logger log = LoggerFactory.getLogger(TimedWait.class);

    private TimedWait() {}

    /** Whether the work is over within that time, well or not; what went wrong is logged. */
    static boolean isOver(Future<?> work, Duration patience) {
        try {
            work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            log.error("action=turn outcome=failed reference={}", Reference.fresh(), e.getCause());
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

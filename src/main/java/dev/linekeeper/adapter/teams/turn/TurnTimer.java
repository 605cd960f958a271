package dev.linekeeper.adapter.teams.turn;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Has something done beside a turn that lasts: most are over before, so that waiting for it costs a turn no thread. Thread-safe.
 */
public final class TurnTimer implements AutoCloseable {
    private final AsyncTaskExecutor turns;
    private final ScheduledThreadPoolExecutor clock;

    TurnTimer(AsyncTaskExecutor turns) {
        this.turns = turns;
        this.clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("turn-timer").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Does it once after that time, unless it is cancelled before. */
    Future<?> after(Duration time, Runnable work) {
        return clock.schedule(() -> turns.execute(work), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does it again and again until it is cancelled, the first time after that time. */
    Future<?> every(Duration time, Runnable work) {
        return clock.scheduleWithFixedDelay(
                () -> turns.execute(work), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

package dev.linekeeper.adapter.jobs;

import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.audit.RefusedRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * The rounds of this replica's watch over the audit trail: the head before anything is served, the whole chain after that
 * and every night; at short intervals and when the process stops the head again, after what was refused meanwhile.
 */
final class AuditRounds implements SmartLifecycle {
    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    private final AuditWatch watch;
    private final RefusedRequests refused;
    private final Duration interval;
    private final Clock clock;
    private volatile ScheduledExecutorService thread = closed();

    AuditRounds(AuditWatch watch, RefusedRequests refused, Duration interval, Clock clock) {
        this.watch = watch;
        this.refused = refused;
        this.interval = interval;
        this.clock = clock;
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("audit-watch").factory());
        round(watch::checkHead);
        thread.execute(() -> round(watch::checkWhole));
        repeat(this::note, Duration.ZERO, interval);
        repeat(watch::checkWhole, untilNight(), Duration.ofDays(1));
    }

    private void repeat(Runnable round, Duration first, Duration then) {
        var _ = thread.scheduleWithFixedDelay(
                () -> round(round), first.toMillis(), then.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration untilNight() {
        var now = ZonedDateTime.now(clock);
        var night = now.with(NIGHT);
        return Duration.between(now, night.isAfter(now) ? night : night.plusDays(1));
    }

    @Override
    public void stop() {
        thread.shutdownNow();
        note();
    }

    private void note() {
        round(refused::record);
        round(watch::anchor);
    }

    @Override
    public boolean isRunning() {
        return !thread.isShutdown();
    }

    /** Before the server, and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** A round that cannot be made ends, and the next one comes all the same. */
    private void round(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException failed) {
            watch.failed(failed);
        }
    }

    private static ScheduledExecutorService closed() {
        var none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }
}

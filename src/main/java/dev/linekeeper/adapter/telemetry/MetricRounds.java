package dev.linekeeper.adapter.telemetry;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.MetricBoard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Measures every quarter of a minute, so that no scrape reads the database, and says so in the log once a minute. */
public final class MetricRounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MetricRounds.class);
    private static final Duration BETWEEN = Duration.ofSeconds(15);
    /** Less than a minute, as rounds are never quite in time. */
    private static final Duration LINE = Duration.ofSeconds(50);

    private final MetricBoard board;
    private final BoardMeters meters;
    private volatile ScheduledExecutorService thread = closed();
    private long toldAt = System.nanoTime() - LINE.toNanos();

    MetricRounds(MetricBoard board, BoardMeters meters) {
        this.board = board;
        this.meters = meters;
    }

    /** Measures now. */
    public synchronized void measure() {
        List<Measurement> measured = board.read();
        meters.show(measured);
        if (System.nanoTime() - toldAt >= LINE.toNanos()) {
            toldAt = System.nanoTime();
            MetricLine.of(measured).log(log);
        }
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("metrics").factory());
        var _ = thread.scheduleWithFixedDelay(this::round, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round that fails ends, and the next one comes all the same. */
    private void round() {
        try {
            measure();
        } catch (RuntimeException failed) {
            log.warn("action=measure outcome=failed", failed);
        }
    }

    @Override
    public void stop() {
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !thread.isShutdown();
    }

    private static ScheduledExecutorService closed() {
        var none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }
}

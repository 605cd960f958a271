package dev.linekeeper.service.tenant.reading;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background thread that reads the snapshot of the tenant again before it gets too old, until it is closed. */
public final class SnapshotRefresher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SnapshotRefresher.class);
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("reread").factory());

    private SnapshotRefresher() {}

    /** Reads all of it at once, does {@code afterwards}, and then reads whenever it is time. */
    public static SnapshotRefresher start(TenantReader tenantReader, Runnable afterwards) {
        var refresher = new SnapshotRefresher();
        refresher.thread.execute(() -> refresher.safely(tenantReader::refresh));
        refresher.thread.execute(() -> refresher.safely(afterwards));
        var _ = refresher.thread.scheduleWithFixedDelay(
                () -> refresher.safely(tenantReader::refresh),
                INTERVAL.toSeconds(),
                INTERVAL.toSeconds(),
                TimeUnit.SECONDS);
        return refresher;
    }

    /** Reading that is interrupted by the end has not failed. */
    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unforeseen) {
            if (thread.isShutdown()) {
                log.info("action=reread-stopped");
            } else {
                log.error("action=reread-failed", unforeseen);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

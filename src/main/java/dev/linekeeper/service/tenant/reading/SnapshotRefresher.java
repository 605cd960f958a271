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
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("reread").factory());

    private SnapshotRefresher() {}

    /** Reads all of it at once, does {@code afterwards}, and then reads whenever it is time. */
    public static SnapshotRefresher start(TenantReader readings, Runnable afterwards) {
        var rereading = new SnapshotRefresher();
        rereading.thread.execute(() -> safely(readings::refresh));
        rereading.thread.execute(() -> safely(afterwards));
        var _ = rereading.thread.scheduleWithFixedDelay(
                () -> safely(readings::refresh), LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
        return rereading;
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unforeseen) {
            log.error("event=reread_failed", unforeseen);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.TenantFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the tenant file with the changes, so that they survive a restart. Written atomically, shortly after a change.
 * The original is never written; deleting the copy restores it.
 */
final class WorkingCopy implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WorkingCopy.class);
    private static final Duration DELAY = Duration.ofMillis(300);

    private final Path copy;
    private final AtomicReference<@Nullable TenantState> unwritten = new AtomicReference<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tenant-file").factory());

    WorkingCopy(Path copy) {
        this.copy = copy;
    }

    /** Schedules writing the tenant; changes in quick succession are written once. */
    void save(TenantState state) {
        if (unwritten.getAndSet(state) == null) {
            var _ = writer.schedule(this::flush, DELAY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Writes pending changes now; a failure is logged and retried with the next change. */
    synchronized void flush() {
        var state = unwritten.getAndSet(null);
        if (state == null) {
            return;
        }
        try {
            write(TenantFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state.written()));
        } catch (IOException | RuntimeException failed) {
            log.error("event=working_copy_not_written file={}", copy, failed);
            unwritten.compareAndSet(null, state);
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        flush();
    }

    private void write(byte[] json) throws IOException {
        var folder = copy.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, copy.getFileName().toString(), ".tmp");
        try {
            try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var buffer = ByteBuffer.wrap(json);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            try {
                Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(draft, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

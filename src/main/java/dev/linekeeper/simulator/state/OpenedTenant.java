package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.adapter.tenantfile.UnreadableTenantFile;
import dev.linekeeper.core.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tenant file in use: the simulated tenant, and a copy of the file with its changes, so that they survive a restart.
 * Written atomically, shortly after a change. The original is never written; deleting the copy restores it.
 */
public final class OpenedTenant implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OpenedTenant.class);

    private final SimulatedTenant model;
    private final Path copy;
    private static final Duration DELAY = Duration.ofMillis(300);

    private final AtomicReference<@Nullable TenantState> unwritten = new AtomicReference<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("tenant-file").factory());

    private OpenedTenant(SimulatedTenant model, Path copy) {
        this.model = model;
        this.copy = copy;
    }

    /**
     * Starts from the working copy of this original when the folder has one, else from the original. The copy's name has a
     * hash of the original, so that an edited original starts anew.
     *
     * @param name of the file, such as {@code contoso.json}
     * @throws UnreadableTenantFile when the file or its working copy cannot be read
     */
    public static OpenedTenant open(String name, byte[] original, Path folder, Clock clock) {
        var file = folder.resolve("tenant-%s-%s.json"
                .formatted(name.replaceAll("\\.json$", ""), Sha256.hex(original).substring(0, 8)));
        var state = Files.exists(file) ? continued(file) : TenantState.read(new ConfiguredFile(name, original));
        var model = new SimulatedTenant(state, clock);
        var opened = new OpenedTenant(model, file);
        model.onChange(opened::save);
        return opened;
    }

    public SimulatedTenant model() {
        return model;
    }

    private static TenantState continued(Path file) {
        log.info("event=tenant_continued file={} hint=\"delete it to start from the original\"", file);
        try {
            return TenantState.read(new ConfiguredFile(file.toString(), Files.readAllBytes(file)));
        } catch (UnreadableTenantFile broken) {
            throw new UnreadableTenantFile(
                    "The working copy is damaged, delete it to start from the original: %s"
                            .formatted(broken.getMessage()),
                    broken);
        } catch (IOException unreadable) {
            throw new UnreadableTenantFile(
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    /** Schedules writing the tenant; changes in quick succession are written once. */
    private void save(TenantState state) {
        if (unwritten.getAndSet(state) == null) {
            var _ = writer.schedule(this::flush, DELAY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Writes pending changes now; a failure is logged and retried with the next change. */
    private synchronized void flush() {
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

    /** Writes pending changes. */
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

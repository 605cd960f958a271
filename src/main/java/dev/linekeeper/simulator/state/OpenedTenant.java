package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.adapter.tenantfile.UnreadableTenantFile;
import dev.linekeeper.core.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
    private static final Executor SHORTLY = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final SimulatedTenant model;
    private final Path copy;
    private final AtomicReference<@Nullable TenantState> unwritten = new AtomicReference<>();

    private OpenedTenant(TenantState state, Clock clock, Path copy) {
        this.model = new SimulatedTenant(state, clock);
        this.copy = copy;
        model.onChange(this::save);
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
        return new OpenedTenant(state, clock, file);
    }

    public SimulatedTenant model() {
        return model;
    }

    private static TenantState continued(Path file) {
        log.info("action=tenant-continued file={} hint=\"delete it to start from the original\"", file);
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

    /** Changes in quick succession are written once. */
    private void save(TenantState state) {
        unwritten.set(state);
        SHORTLY.execute(this::close);
    }

    /** Writes pending changes now; a failure is logged and retried with the next change. */
    @Override
    public synchronized void close() {
        var state = unwritten.getAndSet(null);
        if (state == null) {
            return;
        }
        try {
            Files.createDirectories(copy.toAbsolutePath().getParent());
            var draft = copy.resolveSibling(copy.getFileName() + ".new");
            Files.write(
                    draft,
                    TenantFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state.written()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException failed) {
            log.error("action=working-copy-not-written file={}", copy, failed);
            unwritten.compareAndSet(null, state);
        }
    }
}

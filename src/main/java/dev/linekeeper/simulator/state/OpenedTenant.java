package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.UnreadableTenantFile;
import dev.linekeeper.core.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A tenant file in use: the simulated tenant and the working copy that keeps its changes. */
public final class OpenedTenant implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OpenedTenant.class);

    private final SimulatedTenant model;
    private final WorkingCopy copy;

    private OpenedTenant(SimulatedTenant model, WorkingCopy copy) {
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
        var copy = new WorkingCopy(file);
        model.onChange(copy::save);
        return new OpenedTenant(model, copy);
    }

    public SimulatedTenant model() {
        return model;
    }

    /** Writes pending changes. */
    @Override
    public void close() {
        copy.close();
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
}

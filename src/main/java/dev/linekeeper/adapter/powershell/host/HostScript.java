package dev.linekeeper.adapter.powershell.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code host.ps1} in a temporary file that only this user can read, until {@link #delete}. */
public record HostScript(Path file) {
    static final String RESOURCE = "/powershell/host.ps1";

    public static HostScript unpacked() {
        try (InputStream script = Objects.requireNonNull(HostScript.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            // Temporary files are created readable by their owner alone.
            var file = Files.createTempFile("linekeeper-host-", ".ps1");
            Files.write(file, script.readAllBytes());
            return new HostScript(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The command that starts a host. */
    public List<String> command(List<String> powerShell) {
        var command = new ArrayList<>(powerShell);
        command.addAll(List.of("-NoLogo", "-NoProfile", "-NonInteractive", "-File", file.toString()));
        return List.copyOf(command);
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

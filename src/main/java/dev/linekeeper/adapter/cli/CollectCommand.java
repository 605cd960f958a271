package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.output.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the script with which an admin writes a tenant file; it is run where the module MicrosoftTeams is, not here. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = "Prints collect.ps1: review it, sign in with Connect-MicrosoftTeams, and it writes a file for"
                + " --tenant. It only reads.")
final class CollectCommand implements Callable<Integer> {
    private static final String SCRIPT = "/powershell/collect.ps1";

    private final Shell shell;

    CollectCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var script = CollectCommand.class.getResourceAsStream(SCRIPT)) {
            var text = Objects.requireNonNull(script, SCRIPT).readAllBytes();
            shell.out().print(new String(text, StandardCharsets.US_ASCII));
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

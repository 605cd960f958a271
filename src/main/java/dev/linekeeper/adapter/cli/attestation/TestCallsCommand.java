package dev.linekeeper.adapter.cli.attestation;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the newest test calls. */
@Command(
        name = "test-calls",
        mixinStandardHelpOptions = true,
        description = "Test calls that are to be made, and what people said came of others.")
public final class TestCallsCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    /** Over what the program gives its commands. */
    public TestCallsCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var open = around.attestations("test calls")) {
            new CardText(shell).print(open.testCalls().list());
            return 0;
        }
    }
}

package dev.linekeeper.adapter.cli.attestation;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.Shell;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what is attested: what does not count any more first. */
@Command(
        name = "attestations",
        mixinStandardHelpOptions = true,
        description = "What people attest, by whom and until when; what does not count any more first.")
public final class AttestationsCommand implements Callable<Integer> {
    private final CommandEnvironment around;
    private final Shell shell;

    /** Over what the program gives its commands. */
    public AttestationsCommand(CommandEnvironment around, Shell shell) {
        this.around = around;
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (var open = around.attestations("attestations")) {
            new CardText(shell).print(open.list().card());
            return 0;
        }
    }
}

package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Asks for a number to lose the policy of its own. */
@Command(
        name = "take",
        mixinStandardHelpOptions = true,
        description = "Takes the Shared Calling policy of a single number away, as a request.")
final class TakeFromNumberCommand extends NumberPolicyCommand {
    TakeFromNumberCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    Optional<PolicyName> policy(TenantSession look) {
        return Optional.empty();
    }
}

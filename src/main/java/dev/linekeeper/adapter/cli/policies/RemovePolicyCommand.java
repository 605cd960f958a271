package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.tenant.PolicyName;
import picocli.CommandLine.Command;

/** Asks for a policy to be removed. */
@Command(name = "remove", description = "Removes a policy on which nobody depends.")
final class RemovePolicyCommand extends PolicyCommand {
    RemovePolicyCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    PolicyWish wish(PolicyName policy, TenantSession look) {
        return new PolicyWish.NoPolicy(policy);
    }
}

package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.groups.GroupWish;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import picocli.CommandLine.Command;

/** Asks for a group to have its policy no longer. */
@Command(name = "take", description = "Takes a policy from a group, and shows what its members have then.")
final class TakeFromGroupCommand extends GroupPolicyCommand {
    TakeFromGroupCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    GroupWish wish(PolicyName policy, GroupId named) {
        return new GroupWish.GroupLoses(named, policy);
    }
}

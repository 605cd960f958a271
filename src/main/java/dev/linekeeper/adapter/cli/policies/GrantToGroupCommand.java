package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.groups.GroupWish;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for a group to have a policy. */
@Command(name = "grant", description = "Grants a policy to the direct members of a group, and shows whom that reaches.")
final class GrantToGroupCommand extends GroupPolicyCommand {
    @Option(
            names = "--rank",
            paramLabel = "N",
            description = "its place among the groups, 1 before all others; without it the one it has, else the last")
    private @Nullable Integer rank;

    @Option(names = "--global", description = "everybody who has none: refused, with the reason and what to do instead")
    private boolean global;

    GrantToGroupCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    public Integer call() {
        if (global) {
            throw new BadInput(shell().wording().apply(Explanation.of("chat.grant.everybody.text")));
        }
        return super.call();
    }

    @Override
    GroupWish wish(PolicyName policy, GroupId named) {
        return new GroupWish.GroupGets(named, policy, Optional.ofNullable(rank));
    }
}

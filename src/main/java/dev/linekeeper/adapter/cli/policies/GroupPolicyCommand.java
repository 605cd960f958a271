package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.groups.GroupGrantPlanner;
import dev.linekeeper.core.groups.GroupWish;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.groundwork.GroupReader;
import dev.linekeeper.service.requests.Intent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A change of the Shared Calling policy of a group. */
abstract class GroupPolicyCommand extends SharedChangeCommand {
    @Parameters(paramLabel = "NAME", description = "the Shared Calling policy")
    private String name = "";

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "the group: its whole name, or its object id where several have that name")
    private @Nullable String group;

    GroupPolicyCommand(CommandEnvironment around, Shell shell) {
        super("policy", around, shell);
    }

    abstract GroupWish wish(PolicyName policy, GroupId named);

    @Override
    String named() {
        return name;
    }

    @Override
    PlanResult.OfPolicy plan(TenantSession look) {
        var reading = new GroupReader(look.readings(), look.directory()).reading();
        return new GroupGrantPlanner(look.tenant(), look.settings(), reading).plan(wish(look));
    }

    @Override
    Intent intent(TenantSession look) {
        return new Intent.EditGroup(wish(look));
    }

    private GroupWish wish(TenantSession look) {
        if (name.isBlank()) {
            throw new BadInput("The name of a policy is empty");
        }
        if (group == null) {
            throw new BadInput("Which group? --group GROUP");
        }
        return wish(new PolicyName(name), look.group(group));
    }
}

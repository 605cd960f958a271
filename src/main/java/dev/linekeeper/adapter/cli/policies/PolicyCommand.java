package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.policies.PolicyPlanner;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.requests.Intent;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** A change of a Shared Calling policy. */
public abstract class PolicyCommand extends SharedChangeCommand {
    @Parameters(paramLabel = "NAME", description = "the Shared Calling policy")
    private String name = "";

    PolicyCommand(CommandEnvironment around, Shell shell) {
        super("policy", around, shell);
    }

    abstract PolicyWish wish(PolicyName policy, TenantSession look);

    @Override
    String named() {
        return name;
    }

    @Override
    PlanResult.OfPolicy plan(TenantSession look) {
        return new PolicyPlanner(look.tenant(), look.settings(), policy -> users(policy, look))
                .plan(wish(policy(), look));
    }

    @Override
    Intent intent(TenantSession look) {
        return new Intent.EditPolicy(wish(policy(), look));
    }

    PolicyName policy() {
        if (name.isBlank()) {
            throw new BadInput("The name of a policy is empty");
        }
        return new PolicyName(name);
    }

    /** The command {@code policy}, which does nothing without one of its own. */
    public static CommandLine line(CommandEnvironment around, Shell shell) {
        var policy = CommandSpec.create().name("policy").mixinStandardHelpOptions(true);
        policy.usageMessage()
                .description("Makes, changes, renames, removes and grants Shared Calling policies, each as a request.");
        return new CommandLine(policy)
                .addSubcommand(new NewPolicyCommand(around, shell))
                .addSubcommand(new ChangePolicyCommand(around, shell))
                .addSubcommand(new RemovePolicyCommand(around, shell))
                .addSubcommand(new RenamePolicyCommand(around, shell))
                .addSubcommand(new GrantToGroupCommand(around, shell))
                .addSubcommand(new TakeFromGroupCommand(around, shell));
    }
}

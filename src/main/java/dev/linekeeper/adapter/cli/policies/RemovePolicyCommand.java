package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.policies.PolicyMove.EmptiedPolicy;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for a policy to be removed. */
@Command(name = "remove", description = "Removes a policy, with its people moved to another one first.")
final class RemovePolicyCommand extends MovingCommand {
    @Option(
            names = "--move-to",
            paramLabel = "POLICY",
            description = "the policy its people get first, in the same request; without it nobody may have it")
    private @Nullable String target;

    RemovePolicyCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    PolicyWish wish(PolicyName policy, TenantSession look) {
        return new PolicyWish.NoPolicy(policy);
    }

    @Override
    Optional<PolicyMove> move(PolicyName from, TenantSession look) {
        return Optional.ofNullable(target).map(name -> new EmptiedPolicy(from, look.sharedCalling(name)));
    }
}

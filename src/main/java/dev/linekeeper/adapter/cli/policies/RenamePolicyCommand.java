package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.policies.PolicyMove.RenamedPolicy;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a policy of another name in the place of one. */
@Command(name = "rename", description = "A policy of another name that says the same; its people are moved to it.")
final class RenamePolicyCommand extends MovingCommand {
    @Parameters(paramLabel = "NEW-NAME", index = "1", description = "what it is to be called")
    private String newName = "";

    @Option(
            names = "--callback",
            paramLabel = "E164",
            description = "a callback number of the new one, which cannot have those of the old; may be given again")
    private List<String> callbacks = List.of();

    RenamePolicyCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    PolicyWish wish(PolicyName policy, TenantSession look) {
        return new PolicyWish.NoPolicy(policy);
    }

    @Override
    Optional<PolicyMove> move(PolicyName from, TenantSession look) {
        if (newName.isBlank()) {
            throw new BadInput("The new name of the policy is empty");
        }
        return Optional.of(new RenamedPolicy(
                from,
                new PolicyName(newName),
                Optional.of(GivenParts.numbers(callbacks, look.tenant())).filter(given -> !given.isEmpty())));
    }
}

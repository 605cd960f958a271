package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for a policy that is not there yet. */
@Command(name = "new", description = "A new Shared Calling policy, judged as it would be.")
final class NewPolicyCommand extends PolicyCommand {
    @Option(
            names = "--account",
            required = true,
            paramLabel = "UPN",
            description = "the resource account people call with")
    private String account = "";

    @Option(names = "--callback", paramLabel = "E164", description = "a callback number; may be given again")
    private List<String> callbacks = List.of();

    @Option(names = "--description", paramLabel = "TEXT", description = "what it is for")
    private String description = "";

    NewPolicyCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    PolicyWish wish(PolicyName policy, TenantSession look) {
        return new PolicyWish.NewPolicy(new SharedCalling(
                policy,
                Optional.of(GivenParts.account(account, look.tenant())),
                GivenParts.numbers(callbacks, look.tenant()),
                description));
    }
}

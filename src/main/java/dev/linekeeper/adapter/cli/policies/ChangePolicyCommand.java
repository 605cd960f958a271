package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for a policy to say something else. */
@Command(name = "change", description = "Other callback numbers, another account or another description of a policy.")
final class ChangePolicyCommand extends PolicyCommand {
    @Option(names = "--add-callback", paramLabel = "E164", description = "a callback number; may be given again")
    private List<String> added = List.of();

    @Option(names = "--remove-callback", paramLabel = "E164", description = "one that goes; may be given again")
    private List<String> removed = List.of();

    @Option(names = "--account", paramLabel = "UPN", description = "another resource account")
    private @Nullable String account;

    @Option(names = "--description", paramLabel = "TEXT", description = "another description")
    private @Nullable String description;

    ChangePolicyCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    PolicyWish wish(PolicyName policy, TenantSession look) {
        return new PolicyWish.ChangedPolicy(
                policy,
                GivenParts.numbers(added, look.tenant()),
                GivenParts.numbers(removed, look.tenant()),
                Optional.ofNullable(account).map(name -> GivenParts.account(name, look.tenant())),
                Optional.ofNullable(description));
    }
}

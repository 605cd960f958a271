package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks for a number to get a policy of its own. */
@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        description = "Grants a Shared Calling policy to a single number of somebody, as a request.")
final class GrantToNumberCommand extends NumberPolicyCommand {
    @Option(names = "--policy", required = true, paramLabel = "NAME", description = "the Shared Calling policy")
    private @Nullable String name;

    GrantToNumberCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    Optional<PolicyName> policy(TenantSession look) {
        return Optional.ofNullable(name).map(look::sharedCalling);
    }
}

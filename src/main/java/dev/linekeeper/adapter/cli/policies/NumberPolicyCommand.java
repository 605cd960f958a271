package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.PolicyOfNumber;
import dev.linekeeper.service.requests.Intent;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Asks for a number to get a Shared Calling policy of its own, or to lose it. */
public abstract class NumberPolicyCommand extends SharedChangeCommand {
    @Parameters(paramLabel = "NUMBER", description = "a number that somebody has, such as +14255550180")
    private String number = "";

    NumberPolicyCommand(CommandEnvironment around, Shell shell) {
        super("number", around, shell);
    }

    abstract Optional<PolicyName> policy(TenantSession look);

    @Override
    String named() {
        return number;
    }

    @Override
    PlanResult.OfPolicy plan(TenantSession look) {
        return fixes(look).plan(wanted(look));
    }

    @Override
    Intent intent(TenantSession look) {
        return new Intent.PutRight(wanted(look));
    }

    private PolicyOfNumber wanted(TenantSession look) {
        var written = GivenParts.number(number, look.tenant());
        var lookup = NumberLookup.of(written, look.tenant(), look.settings().numberCountries());
        return switch (lookup.holder()) {
            case NumberHolder.OfPerson(var person) ->
                new PolicyOfNumber(person, written, Optional.empty(), policy(look));
            case NumberHolder.NotTold(var why) ->
                throw new BadInput("It could not be told whose %s is: %s".formatted(written, why));
            case NumberHolder _ ->
                throw new BadInput("%s is no person's number; policies of single numbers are for those of people"
                        .formatted(written));
        };
    }

    /** The command {@code number}, which does nothing without one of its own. */
    public static CommandLine line(CommandEnvironment around, Shell shell) {
        var spec = CommandSpec.create().name("number").mixinStandardHelpOptions(true);
        spec.usageMessage().description("Changes what a single number has, each as a request.");
        return new CommandLine(spec)
                .addSubcommand(new GrantToNumberCommand(around, shell))
                .addSubcommand(new TakeFromNumberCommand(around, shell))
                .addSubcommand(new ReleaseNumberCommand(around, shell));
    }
}

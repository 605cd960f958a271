package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.PolicyOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.numbers.ReleaseCards;
import dev.linekeeper.core.enrolment.NumberPlanner;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.policies.PolicyUsers;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.numbers.NumberRelease;
import dev.linekeeper.service.requests.Intent;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks for a number to be taken from whoever has it; where that is somebody else's to do it says whose. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Takes a number from the person or the account that has it, as a request; it stays one of the"
                + " tenant's.")
final class ReleaseNumberCommand extends SharedChangeCommand {
    @Parameters(paramLabel = "NUMBER", description = "a number that somebody has, such as +14255550180")
    private String number = "";

    ReleaseNumberCommand(CommandEnvironment around, Shell shell) {
        super("number", around, shell);
    }

    @Override
    String named() {
        return number;
    }

    @Override
    PlanResult.OfPolicy plan(TenantSession look) {
        return NumberRelease.of(lookup(look), holder(look))
                .map(intent -> switch (intent) {
                    case Intent.PutRight(var fix) -> fixes(look).plan(fix);
                    case Intent.ReleaseLine(_, var released) ->
                        ofPerson(NumberPlanner.release(
                                released,
                                holder(look).orElseThrow(),
                                look.readiness(),
                                look.said().gaps()));
                    default -> notOurs(look);
                })
                .orElseGet(() -> notOurs(look));
    }

    @Override
    Intent intent(TenantSession look) {
        return NumberRelease.of(lookup(look), holder(look))
                .orElseThrow(() -> new BadInput(notOurs(look).details().stream()
                        .map(shell().wording())
                        .reduce("", (one, other) -> (one + " " + other).strip())));
    }

    private static PlanResult.OfPolicy ofPerson(PlanResult planned) {
        return switch (planned) {
            case PlanResult.WithReport it ->
                PolicyOutput.of(it, it.report().subject().person().id());
            case PlanResult.OfPolicy it -> it;
            default -> throw new IllegalStateException("No plan for a release: " + planned);
        };
    }

    private NumberLookup lookup(TenantSession look) {
        return NumberLookup.of(
                GivenParts.number(number, look.tenant()),
                look.tenant(),
                look.settings().numberCountries());
    }

    private Optional<Person> holder(TenantSession look) {
        return lookup(look).holder() instanceof NumberHolder.OfPerson(var id)
                ? look.readings().person(id)
                : Optional.empty();
    }

    /** With the words of the chat. */
    private PolicyRefused notOurs(TenantSession look) {
        var lookup = lookup(look);
        var users = lookup.sharedBy().stream()
                .map(policy -> users(policy, look))
                .reduce(PolicyUsers.NOBODY, PolicyUsers::and);
        return new PolicyRefused(
                new Groundwork(GroundworkKind.NUMBER, lookup.number().toString()),
                PolicyObstacle.NOT_OURS,
                List.of(),
                new ReleaseCards(lookup, holder(look), users).card().notes());
    }
}

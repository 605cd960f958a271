package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.fixes.FixChoice;
import dev.linekeeper.core.fixes.FixChoices;
import dev.linekeeper.core.fixes.FixPlanner;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.service.requests.Intent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a failing rule of a resource account or its number to be put right. */
@Command(
        name = "fix",
        mixinStandardHelpOptions = true,
        description = "Puts right what fails for everybody who calls by a resource account, as a request.")
public final class FixCommand extends SharedChangeCommand {
    @Parameters(paramLabel = "RULE", description = "the rule that fails, such as RES-10")
    private String rule = "";

    @Option(names = "--account", required = true, paramLabel = "UPN", description = "the resource account")
    private String account = "";

    @Option(
            names = "--with",
            required = true,
            paramLabel = "NAME",
            description = "the place or the policy it is to have, by its name or id")
    private String choice = "";

    public FixCommand(CommandEnvironment around, Shell shell) {
        super("fix", around, shell);
    }

    @Override
    String named() {
        return "%s %s".formatted(rule.toUpperCase(Locale.ROOT), account);
    }

    @Override
    PlanResult.OfPolicy plan(TenantSession look) {
        return new FixPlanner(
                        look.tenant(),
                        look.settings(),
                        at -> look.each(look.everybody(), at),
                        look.readings()::person,
                        _ -> Optional.empty())
                .plan(chosen(look).fix());
    }

    @Override
    Intent intent(TenantSession look) {
        return new Intent.PutRight(chosen(look).fix());
    }

    private FixChoice chosen(TenantSession look) {
        ResourceAccount named = GivenParts.resourceAccount(account, look.tenant());
        List<FixChoice> all = new FixChoices(look.tenant(), look.settings())
                .all(what(), named, Optional.of(choice))
                .fold(some -> some, why -> {
                    throw new BadInput("Not everything could be read: %s".formatted(why));
                });
        List<FixChoice> called = FixChoices.called(choice, all);
        if (called.size() != 1) {
            throw new BadInput("Which one is %s? There are: %s"
                    .formatted(
                            choice,
                            (called.isEmpty() ? all : called)
                                    .stream().map(FixChoice::name).collect(Collectors.joining("; "))));
        }
        return called.getFirst();
    }

    private Fixable what() {
        return Stream.of(Fixable.values())
                .filter(it -> it.offeredBy().stream().anyMatch(offering -> AnyCase.same(offering.value(), rule)))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s is not put right here; these are: %s"
                        .formatted(
                                rule,
                                Stream.of(Fixable.values())
                                        .flatMap(it -> it.offeredBy().stream())
                                        .map(RuleId::value)
                                        .collect(Collectors.joining(", ")))));
    }
}

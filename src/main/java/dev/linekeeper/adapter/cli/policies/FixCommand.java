package dev.linekeeper.adapter.cli.policies;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.fixes.FixChoice;
import dev.linekeeper.core.fixes.FixChoices;
import dev.linekeeper.core.fixes.Fixable;
import dev.linekeeper.core.readiness.Readiness;
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
    private static final int MOST = 40;

    @Parameters(paramLabel = "RULE", description = "the rule that fails, such as RES-10")
    private String rule = "";

    @Option(names = "--account", required = true, paramLabel = "UPN", description = "the resource account")
    private String account = "";

    @Option(
            names = "--with",
            required = true,
            paramLabel = "NAME",
            description =
                    "the place, the policy, the auto attendant, the whole number or the country it is to have, by its"
                            + " name or id; for an emergency call routing or voice routing policy its name")
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
        return fixes(look).plan(chosen(look).fix());
    }

    @Override
    Intent intent(TenantSession look) {
        return new Intent.PutRight(chosen(look).fix());
    }

    private FixChoice chosen(TenantSession look) {
        Fixable what = what();
        ResourceAccount named = GivenParts.resourceAccount(account, look.tenant());
        var choices = new FixChoices(look.tenant(), look.settings());
        List<FixChoice> all = choices.all(what, named, Optional.of(choice)).fold(some -> some, why -> {
            throw new BadInput("Not everything could be read: %s".formatted(why));
        });
        List<FixChoice> called = FixChoices.called(choice, all);
        // A part of a number is no name.
        if (called.size() == 1 && (what != Fixable.NUMBER || called.getFirst().isCalled(choice))) {
            return called.getFirst();
        }
        throw new BadInput("Which one is %s? %s"
                .formatted(choice, fitting(choices, called.isEmpty() ? all : called, failing(what, named, look))));
    }

    private static String fitting(FixChoices choices, List<FixChoice> some, String otherwise) {
        String names = some.stream()
                .filter(choices::fits)
                .limit(MOST)
                .map(FixChoice::name)
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? otherwise : "These fit: " + names;
    }

    /** Why nothing fits. */
    private String failing(Fixable what, ResourceAccount named, TenantSession look) {
        var report = Readiness.account(named.id(), look.tenant(), look.settings());
        return Fixable.isAmiss(what.outcome(report, Optional.of(choice)))
                ? "Nothing that is there would put %s right".formatted(rule)
                : what.written(look.tenant(), Optional.of(choice))
                        .map(policy -> "The policy %s, as read just now, does not fail %s for who calls by %s"
                                .formatted(policy, rule, named.displayName()))
                        .orElseGet(() -> "%s is not known to fail for %s".formatted(rule, named.displayName()));
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

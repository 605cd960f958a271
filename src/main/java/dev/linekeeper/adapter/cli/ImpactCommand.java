package dev.linekeeper.adapter.cli;

import dev.linekeeper.adapter.cli.command.BadInput;
import dev.linekeeper.adapter.cli.command.CommandEnvironment;
import dev.linekeeper.adapter.cli.command.TenantCommand;
import dev.linekeeper.adapter.cli.command.TenantSession;
import dev.linekeeper.adapter.cli.output.CardText;
import dev.linekeeper.adapter.cli.output.ImpactOutput;
import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.chat.cards.ImpactCards;
import dev.linekeeper.core.diagnosis.Impact;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.people.WrittenNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Answers what happens if a number, an account or a policy goes away. Exit code 0 only when it is certain that nothing does. */
@Command(
        name = "impact",
        description = "What happens if a number, an account or a policy goes away. Nothing is changed. "
                + "Exit code 1 when anybody or anything depends on it, or that could not be told.")
final class ImpactCommand extends TenantCommand {
    @ArgGroup(multiplicity = "1")
    private ImpactSubject subject = new ImpactSubject();

    static final class ImpactSubject {
        @Option(names = "--number", paramLabel = "E164", description = "a telephone number of the tenant")
        private @Nullable String number;

        @Option(names = "--account", paramLabel = "UPN", description = "a resource account")
        private @Nullable String account;

        @Option(names = "--policy", paramLabel = "NAME", description = "a Shared Calling policy")
        private @Nullable String policy;
    }

    ImpactCommand(CommandEnvironment around, Shell shell) {
        super(around, shell);
    }

    @Override
    protected int answer(TenantSession look) {
        if (subject.number != null) {
            var number = number(look, subject.number);
            return answer(look, number, people -> Impact.ofNumber(number, look.tenant(), look.settings(), people));
        }
        if (subject.account != null) {
            var account = account(look, subject.account);
            return answer(
                    look,
                    account.userPrincipalName(),
                    people -> Impact.ofAccount(account.id(), look.tenant(), look.settings(), people));
        }
        var policy = look.sharedCalling(String.valueOf(subject.policy));
        return answer(look, policy, people -> Impact.ofPolicy(policy, look.tenant(), look.settings(), people));
    }

    private int answer(TenantSession look, Object what, Function<Stream<Person>, Impact> impact) {
        var people = new LinkedHashMap<UserId, DirectoryEntry>();
        look.everybody().forEach(entry -> people.put(entry.id(), entry));
        var found = impact.apply(people.values().stream().map(look::person));
        print(what, found, people);
        return found.isNone() ? 0 : 1;
    }

    private void print(Object what, Impact impact, Map<UserId, DirectoryEntry> people) {
        var output = new ImpactOutput(what.toString(), impact, people);
        print(() -> new CardText(shell()).print(ImpactCards.of(what, impact, people)), output::json, output::csv);
    }

    private static PhoneNumber number(TenantSession look, String written) {
        return switch (WrittenNumber.read(written, look.tenant().numbers())) {
            case WrittenNumber.OneNumber(var number) -> listed(look, number);
            case WrittenNumber.UnclearNumber _ ->
                throw new BadInput(
                        "Which number is %s? Write it with its country, such as +14255550100".formatted(written));
            case WrittenNumber.NoNumber _ ->
                throw new BadInput("%s is no telephone number such as +14255550100".formatted(written));
        };
    }

    private static PhoneNumber listed(TenantSession look, PhoneNumber number) {
        var elsewhere = look.tenant()
                .numbers()
                .known()
                .filter(all -> all.keySet().stream()
                        .noneMatch(other -> other.equals(number) || other.base().equals(number)));
        if (elsewhere.isPresent()) {
            throw new BadInput("%s is not among the numbers of the tenant".formatted(number));
        }
        return number;
    }

    private static ResourceAccount account(TenantSession look, String userPrincipalName) {
        return look.tenant()
                .resourceAccounts()
                .fold(
                        all -> all.values().stream()
                                .filter(account -> AnyCase.same(account.userPrincipalName(), userPrincipalName))
                                .findFirst()
                                .orElseThrow(() ->
                                        new BadInput("There is no resource account %s".formatted(userPrincipalName))),
                        why -> {
                            throw new BadInput("Resource accounts could not be read: %s".formatted(why));
                        });
    }
}

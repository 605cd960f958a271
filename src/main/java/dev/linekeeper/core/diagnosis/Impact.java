package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Person;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happens if a number, an account or a policy goes away.
 *
 * @param loseOutbound who could not call out any more: people under a policy whose account or number goes, and whoever
 *     owns the number
 * @param policies the Shared Calling policies those people are under, or that stop working, by name
 * @param callbacks the policies that lose callback numbers
 * @param cannotTell people whose policy or numbers could not be read
 * @param summary one sentence
 * @param gaps what of the tenant could not be read; not empty means that more may be affected
 */
public record Impact(
        List<UserId> loseOutbound,
        List<PolicyName> policies,
        List<CallbackLoss> callbacks,
        List<UserId> cannotTell,
        Explanation summary,
        List<String> gaps) {

    /** A policy with fewer callback numbers. With none {@code left}, callbacks reach the account's auto attendant. */
    public record CallbackLoss(PolicyName policy, int left) {}

    public Impact {
        loseOutbound = List.copyOf(loseOutbound);
        policies = List.copyOf(policies);
        callbacks = List.copyOf(callbacks);
        cannotTell = List.copyOf(cannotTell);
        gaps = List.copyOf(gaps);
    }

    /** If the tenant gives a number up. The stream is read once and closed by whoever opened it. */
    public static Impact ofNumber(PhoneNumber number, Tenant tenant, Stream<Person> people) {
        var accounts = tenant.resourceAccounts().map(all -> all.values().stream()
                .filter(account -> account.number().known().flatMap(held -> held).equals(Optional.of(number)))
                .map(ResourceAccount::id)
                .toList());
        var policies = shared(tenant).stream()
                .filter(policy -> policy.resourceAccount()
                        .filter(account -> accounts.known().orElse(List.of()).contains(account))
                        .isPresent())
                .map(Policy::name)
                .toList();
        var losses = shared(tenant).stream()
                .filter(policy -> policy.emergencyNumbers().contains(number))
                .map(policy -> new CallbackLoss(
                        policy.name(),
                        (int) policy.emergencyNumbers().stream()
                                .filter(other -> !other.equals(number))
                                .count()))
                .toList();
        return new Count(policies, person -> owns(person, number)).over(people, losses, gaps(tenant));
    }

    /** If a resource account is deleted or loses its number. */
    public static Impact ofAccount(UserId account, Tenant tenant, Stream<Person> people) {
        var policies = shared(tenant).stream()
                .filter(policy -> policy.resourceAccount().filter(account::equals).isPresent())
                .map(Policy::name)
                .toList();
        return new Count(policies, _ -> false).over(people, List.of(), gaps(tenant));
    }

    /** If a Shared Calling policy is deleted. Its people fall under Global; its callback numbers are free again. */
    public static Impact ofPolicy(PolicyName policy, Tenant tenant, Stream<Person> people) {
        var losses = shared(tenant).stream()
                .filter(found -> found.name().equals(policy))
                .filter(found -> !found.emergencyNumbers().isEmpty())
                .map(found -> new CallbackLoss(policy, 0))
                .toList();
        return new Count(List.of(policy), _ -> false).over(people, losses, gaps(tenant));
    }

    private static boolean owns(Person person, PhoneNumber number) {
        return person.lines().known().orElse(List.of()).stream()
                .anyMatch(line -> line.number().base().equals(number.base()));
    }

    /** With a number of one's own Shared Calling is not used, unless it is an extension of a shared one (rule USR-06). */
    private static boolean callsWithOwnNumber(Person person) {
        return person.primaryNumber()
                .known()
                .flatMap(number -> number)
                .filter(number -> number.extension().isEmpty())
                .isPresent();
    }

    private static List<Policy.SharedCalling> shared(Tenant tenant) {
        return tenant.policies(PolicyKind.SHARED_CALLING).known().stream()
                .flatMap(all -> all.values().stream())
                .map(Policy.SharedCalling.class::cast)
                .sorted(Comparator.comparing(policy -> policy.name().value()))
                .toList();
    }

    private static List<String> gaps(Tenant tenant) {
        return Stream.<Fact<?>>of(tenant.policies(PolicyKind.SHARED_CALLING), tenant.resourceAccounts())
                .flatMap(fact -> fact instanceof Fact.Missing<?>(var why) ? Stream.of(why) : Stream.empty())
                .toList();
    }

    private record Count(List<PolicyName> policies, Predicate<Person> owner) {
        Impact over(Stream<Person> people, List<CallbackLoss> losses, List<String> gaps) {
            var lose = new ArrayList<UserId>();
            var cannotTell = new ArrayList<UserId>();
            people.forEach(person -> {
                if (owner.test(person)) {
                    lose.add(person.id());
                } else if (person.policy(PolicyKind.SHARED_CALLING) instanceof Fact.Known<Assignment>(var now, _, _)) {
                    if (policies.contains(now.policy()) && !callsWithOwnNumber(person)) {
                        lose.add(person.id());
                    }
                } else {
                    cannotTell.add(person.id());
                }
            });
            var emptied = losses.stream().filter(loss -> loss.left() == 0).count();
            var summary = Explanation.of(
                    "diagnosis.impact.summary", lose.size(), policies.size(), losses.size(), emptied, cannotTell.size());
            return new Impact(lose, policies, losses, cannotTell, summary, gaps);
        }
    }
}

package dev.linekeeper.core.diagnosis;

import dev.linekeeper.core.callerid.CallPath;
import dev.linekeeper.core.diagnosis.ImpactPerPerson.PersonImpact;
import dev.linekeeper.core.emergency.EmergencyVerdict;
import dev.linekeeper.core.readiness.PublishedData;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Change;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.core.tenant.person.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The impact of a number, an account or a policy going away: who loses what.
 *
 * @param loseOutbound who could not call out any more: people under a policy whose account or number goes, and the person who
 *     has the number as their main one, because releasing it switches their voice off
 * @param callDifferently who could still call, but another policy takes over or one of their other lines goes
 * @param policies the Shared Calling policies that stop working, by name
 * @param callbacks the policies that lose callback numbers
 * @param cannotTell people whose policy or numbers could not be read
 * @param emergency the verdict on the emergency calls of each of them once it is gone
 * @param gaps what of the tenant could not be read; not empty means that more may be affected
 */
public record Impact(
        List<UserId> loseOutbound,
        List<UserId> callDifferently,
        List<PolicyName> policies,
        List<CallbackLoss> callbacks,
        List<UserId> cannotTell,
        Map<UserId, EmergencyVerdict> emergency,
        List<String> gaps) {

    /**
     * A policy with fewer callback numbers. Teams releases none of them while the policy lists it. With none {@code left},
     * callbacks reach the account's auto attendant, or what is configured is {@code unsupported} (rule POL-05).
     */
    public record CallbackLoss(PolicyName policy, int left, boolean unsupported) {}

    public Impact {
        loseOutbound = List.copyOf(loseOutbound);
        callDifferently = List.copyOf(callDifferently);
        policies = List.copyOf(policies);
        callbacks = List.copyOf(callbacks);
        cannotTell = List.copyOf(cannotTell);
        emergency = Map.copyOf(emergency);
        gaps = List.copyOf(gaps);
    }

    /**
     * The verdict on the emergency calls of somebody who is hit, once it is gone.
     *
     * @throws java.util.NoSuchElementException when the person is not hit
     */
    public EmergencyVerdict emergencyOf(UserId person) {
        return Optional.ofNullable(emergency.get(person)).orElseThrow();
    }

    /** Whether it is certain that nobody and nothing is hit. */
    public boolean isNone() {
        return Stream.of(loseOutbound, callDifferently, policies, callbacks, cannotTell, gaps)
                .allMatch(List::isEmpty);
    }

    /** One sentence; it does not say "nobody" where something could not be read. */
    public Explanation summary() {
        var complete = cannotTell.isEmpty() && gaps.isEmpty();
        return Explanation.of(
                complete ? "diagnosis.impact.summary" : "diagnosis.impact.at-least",
                loseOutbound.size(),
                policies.size());
    }

    /** If the tenant gives a number up. The stream is read once and closed by the caller. */
    public static Impact ofNumber(
            PhoneNumber number, Tenant tenant, JudgementSettings settings, Stream<Person> people) {
        var accounts = tenant.resourceAccounts()
                .map(all -> all.values().stream()
                        .filter(account -> Fact.present(account.number()).equals(Optional.of(number)))
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
                .map(policy -> without(policy, number, tenant))
                .toList();
        return new ImpactPerPerson(
                        tenant,
                        settings,
                        policies,
                        person -> numberImpact(person, number),
                        person -> person.without(line -> isOrBelongsTo(line, number)))
                .impact(people, losses);
    }

    /** If a resource account is deleted or loses its number. */
    public static Impact ofAccount(UserId account, Tenant tenant, JudgementSettings settings, Stream<Person> people) {
        var policies = shared(tenant).stream()
                .filter(policy ->
                        policy.resourceAccount().filter(account::equals).isPresent())
                .map(Policy::name)
                .toList();
        return new ImpactPerPerson(tenant, settings, policies, _ -> Optional.empty(), person -> person)
                .impact(people, List.of());
    }

    /**
     * If a Shared Calling policy is deleted: what is granted beneath takes over, and its callback numbers are free
     * again. What lies beneath the grant of a group is not known, so its people are counted as those who lose.
     */
    public static Impact ofPolicy(PolicyName policy, Tenant tenant, JudgementSettings settings, Stream<Person> people) {
        var losses = shared(tenant).stream()
                .filter(found -> found.name().equals(policy))
                .filter(found -> !found.emergencyNumbers().isEmpty())
                .map(found -> new CallbackLoss(policy, 0, false))
                .toList();
        return new ImpactPerPerson(
                        tenant,
                        settings,
                        List.of(policy),
                        person -> policyImpact(person, policy, tenant),
                        person -> isGranted(person, policy)
                                ? person.after(new Change.RevokePolicy(person.id(), PolicyKind.SHARED_CALLING))
                                : person)
                .impact(people, losses);
    }

    private static CallbackLoss without(Policy.SharedCalling policy, PhoneNumber number, Tenant tenant) {
        var left = policy.emergencyNumbers().stream()
                .filter(other -> !other.equals(number))
                .distinct()
                .count();
        return new CallbackLoss(policy.name(), (int) left, left == 0 && isTollFree(policy, tenant));
    }

    private static boolean isTollFree(Policy.SharedCalling policy, Tenant tenant) {
        return policy.resourceAccount()
                .flatMap(id -> Fact.present(tenant.resourceAccount(id)))
                .flatMap(account -> Fact.present(account.number()))
                .flatMap(number -> Fact.present(tenant.number(number)))
                .filter(number -> number.type() == NumberType.CALLING_PLAN)
                .flatMap(number -> Fact.present(number.country())
                        .flatMap(country -> PublishedData.tollFree(number.number(), country)))
                .orElse(false);
    }

    /** The impact on the person who has the number: an extension is one person's, its base number is everybody's with one. */
    private static Optional<PersonImpact> numberImpact(Person person, PhoneNumber number) {
        return person.lines().known().orElse(List.of()).stream()
                .filter(line -> isOrBelongsTo(line, number))
                .findFirst()
                .map(line -> line.category() == Line.Category.PRIMARY
                        ? PersonImpact.LOSES_OUTBOUND
                        : PersonImpact.CALLS_DIFFERENTLY);
    }

    private static boolean isOrBelongsTo(Line line, PhoneNumber number) {
        return line.number().equals(number) || line.number().base().equals(number);
    }

    /** The impact on a person with a direct grant of the policy, when another policy may take over; empty otherwise. */
    private static Optional<PersonImpact> policyImpact(Person person, PolicyName policy, Tenant tenant) {
        if (CallPath.callsWithOwnNumber(person, tenant)
                || !(person.policy(PolicyKind.SHARED_CALLING).known().orElse(null)
                        instanceof Assignment.Direct(var granted, var beneath))
                || !granted.equals(policy)) {
            return Optional.empty();
        }
        return beneath.fold(
                next -> tenant.sharedCalling(next.policy())
                        .fold(
                                found -> found.filter(it -> it.resourceAccount().isPresent())
                                        .map(_ -> PersonImpact.CALLS_DIFFERENTLY),
                                _ -> Optional.of(PersonImpact.CANNOT_TELL)),
                _ -> Optional.of(PersonImpact.CANNOT_TELL));
    }

    private static boolean isGranted(Person person, PolicyName policy) {
        return person.policy(PolicyKind.SHARED_CALLING).known().orElse(null)
                        instanceof Assignment.Direct(var granted, _)
                && granted.equals(policy);
    }

    private static List<Policy.SharedCalling> shared(Tenant tenant) {
        return tenant.policies(PolicyKind.SHARED_CALLING).known().stream()
                .flatMap(all -> all.values().stream())
                .flatMap(policy -> policy instanceof Policy.SharedCalling read ? Stream.of(read) : Stream.empty())
                .sorted(Comparator.comparing(policy -> policy.name().value()))
                .toList();
    }
}

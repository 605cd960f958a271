package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The emergency call routing policy of a person: the one that applies now, the one the settings provide for the shared
 * number's type and country, and which of the two will apply once a plan is carried out.
 */
final class EmergencyRouting {
    private EmergencyRouting() {}

    /** What applies now; empty when there is no policy of that name. */
    static Fact<Optional<EmergencyCallRouting>> current(PersonCase c) {
        return c.person()
                .policy(PolicyKind.EMERGENCY_CALL_ROUTING)
                .flatMap(now -> c.tenant().policy(now.policy(), EmergencyCallRouting.class));
    }

    /** The policy that rules judge: in a plan that replaces it, the new one. */
    static Fact<Optional<EmergencyCallRouting>> toBe(PersonCase c) {
        var current = current(c);
        if (c.mode() == JudgementMode.AUDIT) {
            return current;
        }
        var suitable = Fact.flatMapPresent(current, policy -> ifSuitable(c, policy));
        return suitable.flatMap(kept -> kept.isPresent()
                ? current
                : replacement(c).flatMap(better -> current.map(now -> better.or(() -> now))));
    }

    /** The change that gives the person the policy of the settings; empty when they name none that would do. */
    static Optional<Fact<Change>> grant(PersonCase c) {
        return Fact.unlessAbsent(replacement(c))
                .map(found ->
                        found.map(policy -> new Change.GrantPolicy(c.person().id(), policy.kind(), policy.name())));
    }

    /** Why there is no such change: which setting is missing or does not suit. */
    static Verdict stuck(PersonCase c, Verdict.Fail fail) {
        return when(
                c.number(),
                number -> when(
                        c.tenantCase().country(number),
                        country -> c.settings()
                                .emergencyCallRouting(number.type(), country)
                                .map(name -> unsuited(c, name, fail))
                                .orElseGet(() -> Verdicts.stuck(
                                        fail,
                                        "no-emergency-policy",
                                        number.type().graphName() + "/" + country)),
                        () -> unknown("the country of %s was not reported".formatted(number.number()))),
                () -> fail);
    }

    private static Verdict unsuited(PersonCase c, PolicyName name, Verdict.Fail fail) {
        return when(
                c.tenant().policy(name, EmergencyCallRouting.class),
                _ -> Verdicts.stuck(fail, "emergency-policy-unsuited", name),
                () -> Verdicts.stuck(fail, "not-there", name));
    }

    /** The policy, when every number is routed as the type of the shared number wants it (rules EMG-01 to EMG-03). */
    private static Fact<Optional<EmergencyCallRouting>> ifSuitable(PersonCase c, EmergencyCallRouting policy) {
        return Fact.flatMapPresent(c.number(), number -> switch (number.type()) {
            case CALLING_PLAN, OPERATOR_CONNECT ->
                c.number().map(_ -> only(policy, entry -> entry.usage().isEmpty()));
            case DIRECT_ROUTING ->
                unrouted(c, policy).map(unrouted -> only(policy, entry -> !unrouted.contains(entry)));
            case OTHER -> c.number().map(_ -> Optional.empty());
        });
    }

    private static Optional<EmergencyCallRouting> only(EmergencyCallRouting policy, Predicate<EmergencyNumber> suits) {
        return Optional.of(policy)
                .filter(it -> !it.numbers().isEmpty() && it.numbers().stream().allMatch(suits));
    }

    /** The policy that the settings name for the shared number, when it suits; none where they name none. */
    private static Fact<Optional<EmergencyCallRouting>> replacement(PersonCase c) {
        var named = Fact.flatMapPresent(
                c.number(),
                number -> c.tenantCase()
                        .country(number)
                        .map(country -> country.flatMap(it -> c.settings().emergencyCallRouting(number.type(), it))));
        return Fact.flatMapPresent(
                Fact.flatMapPresent(named, name -> c.tenant().policy(name, EmergencyCallRouting.class)),
                policy -> ifSuitable(c, policy));
    }

    /** The entries whose usage is missing or does not exist. */
    static Fact<List<EmergencyNumber>> unrouted(PersonCase c, EmergencyCallRouting policy) {
        return c.tenantCase()
                .routing()
                .existing(policy.numbers().stream()
                        .flatMap(entry -> entry.usage().stream())
                        .toList())
                .map(valid -> policy.numbers().stream()
                        .filter(entry -> entry.usage().filter(valid::contains).isEmpty())
                        .toList());
    }
}

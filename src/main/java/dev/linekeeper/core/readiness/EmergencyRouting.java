package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.JudgementMode;
import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Change;
import java.util.List;
import java.util.Optional;

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
        return c.mode() == JudgementMode.AUDIT
                ? current
                : current.map(now -> now.filter(policy -> suits(c, policy))
                        .or(() -> replacement(c))
                        .or(() -> now));
    }

    /** The change that gives the person the policy of the settings; empty when they name none that would do. */
    static Optional<Change> grant(PersonCase c) {
        return replacement(c).map(policy -> new Change.GrantPolicy(c.person().id(), policy.kind(), policy.name()));
    }

    /** Why there is no such change: which setting is missing or does not suit, or what could not be read. */
    static Verdict stuck(PersonCase c, Verdict.Fail fail) {
        return when(
                c.sharedNumber(),
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

    /** Whether every number is routed as the type of the shared number wants it (rules EMG-01 to EMG-03). */
    private static boolean suits(PersonCase c, EmergencyCallRouting policy) {
        return Fact.present(c.sharedNumber())
                .filter(number -> !policy.numbers().isEmpty()
                        && policy.numbers().stream().allMatch(entry -> suits(c, number.type(), entry)))
                .isPresent();
    }

    private static boolean suits(PersonCase c, NumberType type, EmergencyNumber entry) {
        return switch (type) {
            case CALLING_PLAN, OPERATOR_CONNECT -> entry.usage().isEmpty();
            case DIRECT_ROUTING ->
                c.tenantCase()
                        .routing()
                        .existing(entry.usage().stream().toList())
                        .known()
                        .filter(valid -> !valid.isEmpty())
                        .isPresent();
            case OTHER -> false;
        };
    }

    private static Optional<EmergencyCallRouting> replacement(PersonCase c) {
        return Fact.present(c.sharedNumber())
                .flatMap(number -> Fact.present(c.tenantCase().country(number))
                        .flatMap(country -> c.settings().emergencyCallRouting(number.type(), country)))
                .flatMap(name ->
                        c.tenantCase().content(name, EmergencyCallRouting.class).known())
                .filter(policy -> suits(c, policy));
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

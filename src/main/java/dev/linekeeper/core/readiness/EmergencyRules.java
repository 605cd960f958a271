package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.Sources.DIRECT_ROUTING_EMERGENCY;
import static dev.linekeeper.core.readiness.Sources.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.readiness.Sources.SETUP;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.Verdicts.fail;
import static dev.linekeeper.core.readiness.Verdicts.info;
import static dev.linekeeper.core.readiness.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.Verdicts.pass;
import static dev.linekeeper.core.readiness.Verdicts.warn;
import static dev.linekeeper.core.readiness.Verdicts.when;
import static dev.linekeeper.core.tenant.NumberType.CALLING_PLAN;
import static dev.linekeeper.core.tenant.NumberType.DIRECT_ROUTING;
import static dev.linekeeper.core.tenant.NumberType.OPERATOR_CONNECT;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the emergency call routing policy of a person needs: numbers, and routes for them. */
final class EmergencyRules {
    static final Rule<PersonCase> HAS_NUMBERS = rule(
                    "EMG-01", "An emergency call routing policy with numbers applies to the person")
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant)
            .must(c -> when(EmergencyRouting.current(c), found -> hasNumbers(c, found)));

    static final Rule<PersonCase> NO_USAGE = rule(
                    "EMG-02", "Emergency calls of Calling Plan and Operator Connect numbers name no PSTN usage")
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant)
            .onceMet("EMG-01", "RES-05")
            .must(c -> ofType(c, Set.of(CALLING_PLAN, OPERATOR_CONNECT), EmergencyRouting.current(c), policy -> {
                var routed = dialled(policy.numbers().stream()
                        .filter(entry -> entry.usage().isPresent())
                        .toList());
                return routed.isEmpty() ? pass() : fail("EMG-02.usage", policy.name(), routed);
            }));

    static final Rule<PersonCase> USAGE = rule("EMG-03", "Emergency calls of Direct Routing numbers name a PSTN usage")
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant)
            .onceMet("EMG-01", "RES-05")
            .must(c -> ofType(
                    c,
                    Set.of(DIRECT_ROUTING),
                    EmergencyRouting.current(c),
                    policy -> when(
                            EmergencyRouting.unrouted(c, policy),
                            unrouted -> unrouted.isEmpty()
                                    ? pass()
                                    : fail("EMG-03.no-usage", policy.name(), dialled(unrouted)))));

    static final Rule<PersonCase> ROUTED = rule("EMG-04", "A voice route carries every emergency number")
            .documented(DIRECT_ROUTING_EMERGENCY)
            .byAdmin()
            .onceMet("EMG-01", "RES-05")
            .must(c -> ofType(
                    c,
                    Set.of(DIRECT_ROUTING),
                    EmergencyRouting.toBe(c),
                    policy -> when(EmergencyRouting.unrouted(c, policy), unrouted -> routed(c, policy, unrouted))));

    static final Rule<PersonCase> ENHANCED = rule("EMG-08", "Enhanced emergency services are on")
            .documented(EMERGENCY_CALL_ROUTING)
            .byAdmin()
            .onceMet("EMG-01")
            .should(c -> inPolicy(c, policy -> policy.enhancedServices() ? pass() : warn("EMG-08.off", policy.name())));

    static final List<Rule<PersonCase>> ALL = List.of(HAS_NUMBERS, NO_USAGE, USAGE, ROUTED, ENHANCED);

    private EmergencyRules() {}

    private static Rule.Draft<PersonCase> rule(String id, String title) {
        return Rule.rule(id, title);
    }

    private static Verdict hasNumbers(PersonCase c, Optional<EmergencyCallRouting> found) {
        if (found.isEmpty()) {
            return fail("EMG-01.none", name(c));
        }
        var policy = found.get();
        if (policy.numbers().isEmpty()) {
            return fail("EMG-01.empty", name(c), policy.name());
        }
        return policy.name().isGlobal() ? info("EMG-01.global", name(c), dialled(policy.numbers())) : pass();
    }

    /** What {@code judge} says of the policy that applies; there is always one once EMG-01 is met. */
    static Verdict inPolicy(PersonCase c, Function<EmergencyCallRouting, Verdict> judge) {
        return in(EmergencyRouting.toBe(c), judge);
    }

    private static Verdict in(
            Fact<Optional<EmergencyCallRouting>> policy, Function<EmergencyCallRouting, Verdict> judge) {
        return when(policy, found -> found.map(judge).orElseGet(() -> notApplicable("na.prerequisite", "EMG-01")));
    }

    private static Verdict ofType(
            PersonCase c,
            Set<NumberType> types,
            Fact<Optional<EmergencyCallRouting>> policy,
            Function<EmergencyCallRouting, Verdict> judge) {
        return when(
                c.sharedNumber(),
                number -> number.filter(shared -> types.contains(shared.type())).isPresent()
                        ? in(policy, judge)
                        : notApplicable(
                                "na.type",
                                String.join(
                                        ", ",
                                        types.stream()
                                                .sorted()
                                                .map(NumberType::productName)
                                                .toList())));
    }

    private static Verdict routed(PersonCase c, EmergencyCallRouting policy, List<EmergencyNumber> unrouted) {
        var judged = policy.numbers().stream()
                .filter(entry -> !unrouted.contains(entry))
                .toList();
        if (judged.isEmpty()) {
            return notApplicable("na.prerequisite", "EMG-03");
        }
        var routing = c.tenantCase().routing();
        return when(routing.routesFor(List.of()), _ -> {
            var lost = judged.stream()
                    .filter(entry -> routing.carries(entry.usage().orElseThrow(), entry.dialString())
                            .known()
                            .filter(carried -> carried)
                            .isEmpty())
                    .toList();
            return lost.isEmpty() ? pass() : fail("EMG-04.no-route", policy.name(), dialled(lost));
        });
    }

    private static List<String> dialled(Collection<EmergencyNumber> entries) {
        return entries.stream().map(entry -> entry.dialString().strip()).toList();
    }
}

package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.MicrosoftPages.DIRECT_ROUTING_EMERGENCY;
import static dev.linekeeper.core.readiness.MicrosoftPages.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.readiness.MicrosoftPages.SETUP;
import static dev.linekeeper.core.readiness.UserRules.name;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.EMERGENCY;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.unmet;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;
import static dev.linekeeper.core.tenant.NumberType.CALLING_PLAN;
import static dev.linekeeper.core.tenant.NumberType.DIRECT_ROUTING;
import static dev.linekeeper.core.tenant.NumberType.OPERATOR_CONNECT;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Rules for the emergency call routing policy of a person: numbers, and routes for them. */
public final class EmergencyRules {
    public static final Rule<PersonCase> HAS_NUMBERS = ofPerson("EMG-01", EMERGENCY)
            .revision(2)
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant, EmergencyRouting::stuck)
            .must(c -> when(EmergencyRouting.current(c), found -> hasNumbers(c, found)));

    public static final Rule<PersonCase> NO_USAGE = ofPerson("EMG-02", EMERGENCY)
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant, EmergencyRouting::stuck)
            .onceMet(HAS_NUMBERS, SharedNumberRules.TYPE)
            .must(c -> ofType(c, Set.of(CALLING_PLAN, OPERATOR_CONNECT), EmergencyRouting.current(c), policy -> {
                var routed = dialled(policy.numbers().stream()
                        .filter(entry -> entry.usage().isPresent())
                        .toList());
                return routed.isEmpty() ? pass() : fail("EMG-02.usage", policy.name(), routed);
            }));

    public static final Rule<PersonCase> USAGE = ofPerson("EMG-03", EMERGENCY)
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant, EmergencyRouting::stuck)
            .onceMet(HAS_NUMBERS, SharedNumberRules.TYPE)
            .must(c -> ofType(
                    c,
                    Set.of(DIRECT_ROUTING),
                    EmergencyRouting.current(c),
                    policy -> when(
                            EmergencyRouting.unrouted(c, policy),
                            unrouted -> unrouted.isEmpty()
                                    ? pass()
                                    : fail("EMG-03.no-usage", policy.name(), dialled(unrouted)))));

    public static final Rule<PersonCase> ROUTED = ofPerson("EMG-04", EMERGENCY)
            .documented(DIRECT_ROUTING_EMERGENCY)
            .byAdmin()
            .onceMet(HAS_NUMBERS, SharedNumberRules.TYPE)
            .must(c -> ofType(
                    c,
                    Set.of(DIRECT_ROUTING),
                    EmergencyRouting.toBe(c),
                    policy -> when(EmergencyRouting.unrouted(c, policy), unrouted -> routed(c, policy, unrouted))));

    public static final Rule<PersonCase> ENHANCED = ofPerson("EMG-08", EMERGENCY)
            .revision(2)
            .documented(EMERGENCY_CALL_ROUTING)
            .byAdmin()
            .onceMet(HAS_NUMBERS)
            .should(c -> inPolicy(
                    c,
                    policy -> when(policy.enhancedServices(), on -> on ? pass() : warn("EMG-08.off", policy.name()))));

    static final List<Rule<PersonCase>> ALL = List.of(HAS_NUMBERS, NO_USAGE, USAGE, ROUTED, ENHANCED);

    /** Whose failure leaves what an emergency call shows as it is and the call itself in doubt. */
    public static final List<Rule<PersonCase>> CALLS_MAY_FAIL = List.of(NO_USAGE, USAGE, ROUTED);

    private EmergencyRules() {}

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
        return when(policy, judge, () -> unmet(HAS_NUMBERS));
    }

    private static Verdict ofType(
            PersonCase c,
            Set<NumberType> types,
            Fact<Optional<EmergencyCallRouting>> policy,
            Function<EmergencyCallRouting, Verdict> judge) {
        return when(
                c.number(),
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
            return unmet(USAGE);
        }
        var routing = c.tenantCase().routing();
        var lost = new ArrayList<EmergencyNumber>();
        var untold = new TreeSet<String>();
        for (var entry : judged) {
            switch (routing.carries(entry.usage().orElseThrow(), entry.dialString())) {
                case Fact.Known(var carried, _, _) when carried -> {}
                case Fact.Known<Boolean> _ -> lost.add(entry);
                case Fact.Missing(var why) -> untold.add(why);
            }
        }
        if (!lost.isEmpty()) {
            return fail("EMG-04.no-route", policy.name(), dialled(lost));
        }
        return untold.isEmpty() ? pass() : unknown(String.join("; ", untold));
    }

    private static List<String> dialled(Collection<EmergencyNumber> entries) {
        return entries.stream().map(entry -> entry.dialString().strip()).toList();
    }
}

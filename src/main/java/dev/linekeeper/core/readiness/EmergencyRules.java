package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.Sources.DIRECT_ROUTING_EMERGENCY;
import static dev.linekeeper.core.readiness.Sources.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.readiness.Sources.SCENARIO;
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

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the emergency call routing policy of a person needs: which digits are an emergency, and where the call goes. */
final class EmergencyRules {
    private static final Country UNITED_STATES = new Country("US");
    private static final String TEST_CALL = "933";

    static final Rule<PersonCase> HAS_NUMBERS = rule("EMG-01", "An emergency call routing policy with numbers applies to the person")
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant)
            .must(c -> when(EmergencyRouting.current(c), found -> hasNumbers(c, found)));

    static final Rule<PersonCase> NO_USAGE = rule("EMG-02", "Emergency calls of Calling Plan and Operator Connect numbers name no PSTN usage")
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant)
            .onceMet("EMG-01", "RES-05")
            .must(c -> ofType(c, Set.of(CALLING_PLAN, OPERATOR_CONNECT), EmergencyRouting.withNumbers(c), policy -> {
                var routed = dialled(policy.numbers().stream()
                        .filter(entry -> entry.usage().isPresent())
                        .toList());
                return routed.isEmpty() ? pass() : fail("EMG-02.usage", policy.name(), routed);
            }));

    static final Rule<PersonCase> USAGE = rule("EMG-03", "Emergency calls of Direct Routing numbers name a PSTN usage")
            .documented(SETUP)
            .fixedBy(EmergencyRouting::grant)
            .onceMet("EMG-01", "RES-05")
            .must(c -> ofType(c, Set.of(DIRECT_ROUTING), EmergencyRouting.withNumbers(c), policy -> when(
                    EmergencyRouting.unrouted(c, policy),
                    unrouted -> unrouted.isEmpty() ? pass() : fail("EMG-03.no-usage", policy.name(), dialled(unrouted)))));

    static final Rule<PersonCase> ROUTED = rule("EMG-04", "A voice route carries every emergency number")
            .documented(DIRECT_ROUTING_EMERGENCY)
            .byAdmin()
            .onceMet("EMG-01", "RES-05")
            .must(c -> ofType(c, Set.of(DIRECT_ROUTING), EmergencyRouting.toBe(c), policy -> when(
                    EmergencyRouting.unrouted(c, policy), unrouted -> routed(c, policy, unrouted))));

    static final Rule<PersonCase> LOCAL_NUMBERS = rule("EMG-05", "The emergency numbers of the country can be dialled")
            .inferred("People dial what they know from home and from where the number is; which numbers those are is"
                    + " our table, not Microsoft's.")
            .byAdmin()
            .onceMet("EMG-01")
            .should(c -> inPolicy(c, policy -> when(c.countries(), countries -> {
                var missing = new TreeSet<String>();
                countries.forEach(country -> missing.addAll(Published.emergencyNumbers(country)));
                policy.numbers().forEach(entry -> {
                    missing.remove(entry.dialString().strip());
                    entry.masks().forEach(mask -> missing.remove(mask.strip()));
                });
                return missing.isEmpty() ? pass() : warn("EMG-05.missing", policy.name(), List.copyOf(missing));
            })));

    static final Rule<PersonCase> UNAMBIGUOUS = rule("EMG-06", "Dial strings and masks are digits and unique")
            .documented(EMERGENCY_CALL_ROUTING)
            .byAdmin()
            .onceMet("EMG-01")
            .must(c -> inPolicy(c, EmergencyRules::unambiguous));

    static final Rule<PersonCase> NO_EXTENSION = rule("EMG-07", "No mask is an internal extension")
            .inferred("Whoever dials that extension would make an emergency call.")
            .byAdmin()
            .onceMet("EMG-01")
            .should(c -> inPolicy(c, policy -> when(c.tenantCase().inventory().extensions(), extensions -> {
                var clashing = masks(policy).stream().filter(extensions::contains).toList();
                return clashing.isEmpty() ? pass() : warn("EMG-07.extension", policy.name(), clashing);
            })));

    static final Rule<PersonCase> ENHANCED = rule("EMG-08", "Enhanced emergency services are on")
            .documented(EMERGENCY_CALL_ROUTING)
            .byAdmin()
            .onceMet("EMG-01")
            .should(c -> inPolicy(
                    c, policy -> policy.enhancedServices() ? pass() : warn("EMG-08.off", policy.name())));

    static final Rule<PersonCase> TEST_NUMBER = rule("EMG-14", "Whether a test call is possible")
            .documented(SCENARIO)
            .nothingToDo()
            .onceMet("EMG-01")
            .should(c -> inPolicy(c, policy -> when(c.countries(), countries -> {
                if (!countries.contains(UNITED_STATES)) {
                    return notApplicable("EMG-14.elsewhere");
                }
                var testable = policy.numbers().stream()
                        .anyMatch(entry -> entry.dialString().strip().equals(TEST_CALL));
                return testable ? info("EMG-14.possible", policy.name()) : info("EMG-14.missing", policy.name());
            })));

    static final List<Rule<PersonCase>> ALL = List.of(
            HAS_NUMBERS, NO_USAGE, USAGE, ROUTED, LOCAL_NUMBERS, UNAMBIGUOUS, NO_EXTENSION, ENHANCED, TEST_NUMBER);

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
    private static Verdict inPolicy(PersonCase c, Function<EmergencyCallRouting, Verdict> judge) {
        return in(EmergencyRouting.toBe(c), judge);
    }

    private static Verdict in(
            Fact<Optional<EmergencyCallRouting>> policy, Function<EmergencyCallRouting, Verdict> judge) {
        return when(
                policy, found -> found.map(judge).orElseGet(() -> notApplicable("na.prerequisite", "EMG-01")));
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
        var judged =
                policy.numbers().stream().filter(entry -> !unrouted.contains(entry)).toList();
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

    private static Verdict unambiguous(EmergencyCallRouting policy) {
        var seen = new TreeSet<String>();
        var twice = new TreeSet<String>();
        policy.numbers().stream()
                .map(entry -> entry.dialString().strip())
                .filter(digits -> !seen.add(digits))
                .forEach(twice::add);
        masks(policy).stream().filter(mask -> !seen.add(mask)).forEach(twice::add);
        if (!twice.isEmpty()) {
            return fail("EMG-06.twice", policy.name(), List.copyOf(twice));
        }
        var odd = masks(policy).stream().filter(mask -> !isShortNumber(mask)).toList();
        return odd.isEmpty() ? pass() : fail("EMG-06.no-digits", policy.name(), odd);
    }

    private static List<String> masks(EmergencyCallRouting policy) {
        return policy.numbers().stream()
                .flatMap(entry -> entry.masks().stream())
                .map(String::strip)
                .toList();
    }

    private static boolean isShortNumber(String mask) {
        return !mask.isEmpty() && mask.length() <= 10 && mask.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static List<String> dialled(Collection<EmergencyNumber> entries) {
        return entries.stream().map(entry -> entry.dialString().strip()).toList();
    }
}

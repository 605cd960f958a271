package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.EmergencyRules.inPolicy;
import static dev.linekeeper.core.readiness.Sources.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.readiness.Sources.SCENARIO;
import static dev.linekeeper.core.readiness.Verdicts.fail;
import static dev.linekeeper.core.readiness.Verdicts.info;
import static dev.linekeeper.core.readiness.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.Verdicts.pass;
import static dev.linekeeper.core.readiness.Verdicts.warn;
import static dev.linekeeper.core.readiness.Verdicts.when;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import java.util.List;
import java.util.TreeSet;

/** Which digits the emergency call routing policy of a person takes for an emergency. */
final class EmergencyDigitRules {
    private static final Country UNITED_STATES = new Country("US");
    private static final String TEST_CALL = "933";

    static final Rule<PersonCase> LOCAL_NUMBERS = rule("EMG-05", "The emergency numbers of the country can be dialled")
            .inferred("People dial what they know from home and from where the number is; which numbers those are is"
                    + " our table, not Microsoft's.")
            .byAdmin()
            .onceMet("EMG-01")
            .should(c -> inPolicy(
                    c,
                    policy -> when(c.countries(), countries -> {
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
            .must(c -> inPolicy(c, EmergencyDigitRules::unambiguous));

    static final Rule<PersonCase> NO_EXTENSION = rule("EMG-07", "No mask is an internal extension")
            .inferred("Whoever dials that extension would make an emergency call.")
            .byAdmin()
            .onceMet("EMG-01")
            .should(c -> inPolicy(
                    c,
                    policy -> when(c.tenantCase().inventory().extensions(), extensions -> {
                        var clashing = masks(policy).stream()
                                .filter(extensions::contains)
                                .toList();
                        return clashing.isEmpty() ? pass() : warn("EMG-07.extension", policy.name(), clashing);
                    })));

    static final Rule<PersonCase> TEST_NUMBER = rule("EMG-14", "Whether a test call is possible")
            .documented(SCENARIO)
            .nothingToDo()
            .onceMet("EMG-01")
            .should(c -> inPolicy(
                    c,
                    policy -> when(c.countries(), countries -> {
                        if (!countries.contains(UNITED_STATES)) {
                            return notApplicable("EMG-14.elsewhere");
                        }
                        var testable = policy.numbers().stream()
                                .anyMatch(entry -> entry.dialString().strip().equals(TEST_CALL));
                        return testable
                                ? info("EMG-14.possible", policy.name())
                                : info("EMG-14.missing", policy.name());
                    })));

    static final List<Rule<PersonCase>> ALL = List.of(LOCAL_NUMBERS, UNAMBIGUOUS, NO_EXTENSION, TEST_NUMBER);

    private EmergencyDigitRules() {}

    private static Rule.Draft<PersonCase> rule(String id, String title) {
        return Rule.rule(id, title);
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
}

package dev.linekeeper.core.readiness;

import static dev.linekeeper.core.readiness.EmergencyRules.inPolicy;
import static dev.linekeeper.core.readiness.MicrosoftPages.EMERGENCY_CALL_ROUTING;
import static dev.linekeeper.core.readiness.MicrosoftPages.SCENARIO;
import static dev.linekeeper.core.readiness.judgement.Rule.ofPerson;
import static dev.linekeeper.core.readiness.judgement.Topic.EMERGENCY;
import static dev.linekeeper.core.readiness.judgement.Verdicts.fail;
import static dev.linekeeper.core.readiness.judgement.Verdicts.info;
import static dev.linekeeper.core.readiness.judgement.Verdicts.notApplicable;
import static dev.linekeeper.core.readiness.judgement.Verdicts.pass;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import java.util.List;
import java.util.TreeSet;

/** Which digits the emergency call routing policy of a person takes for an emergency. */
public final class EmergencyDigitRules {
    /** What people in the United States dial to try an emergency call out. */
    public static final String TEST_CALL = "933";

    static final Rule<PersonCase> LOCAL_NUMBERS = ofPerson("EMG-05", EMERGENCY)
            .inferred()
            .byAdmin()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .should(c -> inPolicy(
                    c,
                    policy -> when(c.countries(), countries -> {
                        var missing = new TreeSet<String>();
                        countries.forEach(country -> missing.addAll(PublishedData.emergencyNumbers(country)));
                        policy.numbers().forEach(entry -> {
                            missing.remove(entry.dialString().strip());
                            entry.masks().forEach(mask -> missing.remove(mask.strip()));
                        });
                        return missing.isEmpty() ? pass() : warn("EMG-05.missing", policy.name(), List.copyOf(missing));
                    })));

    static final Rule<PersonCase> UNAMBIGUOUS = ofPerson("EMG-06", EMERGENCY)
            .documented(EMERGENCY_CALL_ROUTING)
            .byAdmin()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .must(c -> inPolicy(c, EmergencyDigitRules::unambiguous));

    static final Rule<PersonCase> NO_EXTENSION = ofPerson("EMG-07", EMERGENCY)
            .inferred()
            .byAdmin()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .should(c -> inPolicy(
                    c,
                    policy -> when(c.tenantCase().inventory().extensions(), extensions -> {
                        var clashing = masks(policy).stream()
                                .filter(extensions::contains)
                                .toList();
                        return clashing.isEmpty() ? pass() : warn("EMG-07.extension", policy.name(), clashing);
                    })));

    static final Rule<PersonCase> TEST_NUMBER = ofPerson("EMG-14", EMERGENCY)
            .documented(SCENARIO)
            .nothingToDo()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .should(c -> inPolicy(
                    c,
                    policy -> when(c.countries(), countries -> {
                        if (!countries.contains(Country.UNITED_STATES)) {
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

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
import static dev.linekeeper.core.readiness.judgement.Verdicts.unknown;
import static dev.linekeeper.core.readiness.judgement.Verdicts.warn;
import static dev.linekeeper.core.readiness.judgement.Verdicts.when;

import dev.linekeeper.core.readiness.judgement.PersonCase;
import dev.linekeeper.core.readiness.judgement.Rule;
import dev.linekeeper.core.readiness.judgement.Verdict;
import dev.linekeeper.core.readiness.judgement.Verdicts;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which digits the emergency call routing policy of a person takes for an emergency. */
public final class EmergencyDigitRules {
    /** What people in the United States and Canada dial to try an emergency call out. */
    public static final String TEST_CALL = "933";

    public static final Rule<PersonCase> LOCAL_NUMBERS = ofPerson("EMG-05", EMERGENCY)
            .revision(2)
            .inferred()
            .byAdmin()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .should(c -> inPolicy(c, policy -> when(c.countries(), countries -> localNumbers(policy, countries))));

    public static final Rule<PersonCase> UNAMBIGUOUS = ofPerson("EMG-06", EMERGENCY)
            .revision(2)
            .documented(EMERGENCY_CALL_ROUTING)
            .byAdmin()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .must(c -> inPolicy(c, EmergencyDigitRules::unambiguous));

    static final Rule<PersonCase> NO_EXTENSION = ofPerson("EMG-07", EMERGENCY)
            .revision(3)
            .inferred()
            .byAdmin()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .should(c -> inPolicy(
                    c,
                    policy -> when(c.tenantCase().inventory().extensions(), extensions -> {
                        var clashing = Stream.concat(dialStrings(policy), masks(policy).stream())
                                .filter(extensions::contains)
                                .distinct()
                                .toList();
                        return clashing.isEmpty() ? pass() : warn("EMG-07.extension", policy.name(), clashing);
                    })));

    public static final Rule<PersonCase> TEST_NUMBER = ofPerson("EMG-14", EMERGENCY)
            .revision(3)
            .documented(SCENARIO)
            .byAdmin()
            .onceMet(EmergencyRules.HAS_NUMBERS)
            .should(c -> inPolicy(c, policy -> testNumber(c, policy)));

    static final List<Rule<PersonCase>> ALL = List.of(LOCAL_NUMBERS, UNAMBIGUOUS, NO_EXTENSION, TEST_NUMBER);

    private EmergencyDigitRules() {}

    /** A mask of the test number is no way to reach help: what is dialled so never gets there. */
    private static Verdict localNumbers(EmergencyCallRouting policy, Set<Country> countries) {
        var missing = new TreeSet<String>();
        countries.stream()
                .flatMap(country -> PublishedData.emergencyNumbers(country).stream())
                .forEach(missing::addAll);
        policy.numbers().stream().filter(entry -> !isTestCall(entry)).forEach(entry -> {
            missing.remove(entry.dialString().strip());
            entry.masks().forEach(mask -> missing.remove(mask.strip()));
        });
        if (!missing.isEmpty()) {
            return warn("EMG-05.missing", policy.name(), List.copyOf(missing));
        }
        var untold = countries.stream()
                .filter(country -> PublishedData.emergencyNumbers(country).isEmpty())
                .map(Country::iso)
                .sorted()
                .toList();
        if (countries.isEmpty()) {
            return unknown("neither the person nor the shared number has a country");
        }
        return untold.isEmpty()
                ? pass()
                : unknown("there is no table of the emergency numbers of %s".formatted(String.join(", ", untold)));
    }

    /**
     * As a mask, the test number is turned into an emergency number and rings a real emergency centre (example 1 of
     * New-CsTeamsEmergencyNumber does so), in the person's policy or in one that a network site puts before it.
     */
    private static Verdict testNumber(PersonCase c, EmergencyCallRouting policy) {
        if (masksTestCall(policy)) {
            return warn("EMG-14.real-call", policy.name(), turnedInto(policy));
        }
        var sites = c.tenant().networkSites();
        var atSites = sites.known().stream()
                .flatMap(Entries::stream)
                .flatMap(site -> site.emergencyCallRouting().stream())
                .distinct()
                .map(name -> c.tenant().policy(name, EmergencyCallRouting.class))
                .toList();
        var real = atSites.stream()
                .flatMap(found -> Fact.present(found).stream())
                .filter(EmergencyDigitRules::masksTestCall)
                .findFirst();
        if (real.isPresent()) {
            return warn("EMG-14.real-call", real.get().name(), turnedInto(real.get()));
        }
        Optional<String> unread = atSites.stream()
                .flatMap(found -> found instanceof Fact.Missing(var why) ? Stream.of(why) : Stream.empty())
                .findFirst();
        return when(
                Entries.all(sites, _ -> unread),
                untold -> untold.map(Verdicts::unknown).orElseGet(() -> possible(c, policy)));
    }

    private static Verdict possible(PersonCase c, EmergencyCallRouting policy) {
        return when(c.countries(), countries -> {
            if (countries.stream().noneMatch(PublishedData.TEST_CALL_COUNTRIES::contains)) {
                return notApplicable("EMG-14.elsewhere");
            }
            return policy.numbers().stream().anyMatch(EmergencyDigitRules::isTestCall)
                    ? info("EMG-14.possible", policy.name())
                    : info("EMG-14.missing", policy.name());
        });
    }

    static boolean isTestCall(EmergencyNumber entry) {
        return entry.dialString().strip().equals(TEST_CALL);
    }

    static boolean masksTestCall(EmergencyCallRouting policy) {
        return !turnedInto(policy).isEmpty();
    }

    /** The emergency numbers that dialling the test number reaches. */
    static List<String> turnedInto(EmergencyCallRouting policy) {
        return policy.numbers().stream()
                .filter(entry -> !isTestCall(entry)
                        && entry.masks().stream().map(String::strip).anyMatch(TEST_CALL::equals))
                .map(entry -> entry.dialString().strip())
                .toList();
    }

    private static Verdict unambiguous(EmergencyCallRouting policy) {
        var seen = new TreeSet<String>();
        var twice = new TreeSet<String>();
        dialStrings(policy).filter(digits -> !seen.add(digits)).forEach(twice::add);
        masks(policy).stream().filter(mask -> !seen.add(mask)).forEach(twice::add);
        if (!twice.isEmpty()) {
            return fail("EMG-06.twice", policy.name(), List.copyOf(twice));
        }
        var odd = masks(policy).stream().filter(mask -> !isShortNumber(mask)).toList();
        return odd.isEmpty() ? pass() : fail("EMG-06.no-digits", policy.name(), odd);
    }

    private static Stream<String> dialStrings(EmergencyCallRouting policy) {
        return policy.numbers().stream().map(entry -> entry.dialString().strip());
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

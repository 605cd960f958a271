package dev.linekeeper.core.emergency;

import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The emergency numbers somebody can dial, as their emergency call routing policy has them.
 *
 * @param from who granted the policy
 * @param enhanced whether location and policy are looked up for the call (rule EMG-08)
 */
public record EmergencyNumbers(
        PolicyName policy, Assignment from, Fact<Boolean> enhanced, List<DialledNumber> entries) {

    /**
     * One emergency number.
     *
     * @param masks other digits that are turned into {@code dialString}
     * @param usage the PSTN usage that takes the call to Direct Routing; without one Microsoft or the operator carries it
     */
    public record DialledNumber(String dialString, List<String> masks, Optional<String> usage) {
        public DialledNumber {
            masks = List.copyOf(masks);
        }

        boolean answersTo(String digits) {
            return dialString.equals(digits) || masks.contains(digits);
        }
    }

    public EmergencyNumbers {
        entries = List.copyOf(entries);
    }

    static EmergencyNumbers of(Policy.EmergencyCallRouting policy, Assignment from) {
        return new EmergencyNumbers(policy.name(), from, policy.enhancedServices(), entries(policy));
    }

    static List<DialledNumber> entries(Policy.EmergencyCallRouting policy) {
        return policy.numbers().stream().map(EmergencyNumbers::entry).toList();
    }

    /** What one dials for {@code entries}, masks included; the test number only where there is nothing else. */
    static List<String> dialable(List<DialledNumber> entries) {
        var all = entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.dialString()), entry.masks().stream()))
                .distinct()
                .toList();
        var real = all.stream()
                .filter(digits -> !digits.equals(EmergencyDigitRules.TEST_CALL))
                .toList();
        return real.isEmpty() ? all : real;
    }

    /** Whether {@code digits} are sent as they are dialled. */
    boolean dials(String digits) {
        return entries.stream().anyMatch(entry -> entry.dialString().equals(digits));
    }

    Optional<DialledNumber> entry(String digits) {
        return entries.stream().filter(entry -> entry.answersTo(digits)).findFirst();
    }

    private static DialledNumber entry(Policy.EmergencyNumber number) {
        return new DialledNumber(
                number.dialString().strip(),
                number.masks().stream().map(String::strip).toList(),
                number.usage());
    }
}

package dev.linekeeper.core.fixes.policies;

import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an emergency call routing policy is to dial (rules EMG-01 to EMG-06): nothing that can be dialled now is lost, and
 * where two numbers claim the same digits, whose they are is not decided.
 *
 * @param now what it dials; empty where it is to be made
 * @param needed what is dialled in the country of the number
 * @param type of the shared number
 * @param usages those of the policy that exist
 */
public record RightedNumbers(List<EmergencyNumber> now, List<String> needed, NumberType type, List<String> usages) {
    private record Route(String dialString, Optional<String> usage) {}

    /** Whether a PSTN usage has to be chosen: Direct Routing has one for every number. */
    public boolean takeUsage() {
        return type == NumberType.DIRECT_ROUTING
                && (!missing().isEmpty()
                        || now.stream().anyMatch(number -> existing(number).isEmpty()));
    }

    boolean changeSomething() {
        return takeUsage() || !with(Optional.empty()).equals(now);
    }

    /** The numbers, where {@code usage} routes those that need one. */
    public List<EmergencyNumber> with(Optional<String> usage) {
        var masks = new LinkedHashMap<Route, Set<String>>();
        now.forEach(number -> masks.computeIfAbsent(
                        new Route(number.dialString().strip(), existing(number).or(() -> routed(usage))),
                        _ -> new LinkedHashSet<>())
                .addAll(number.masks().stream().map(String::strip).toList()));
        Set<String> dialled = masks.keySet().stream().map(Route::dialString).collect(Collectors.toSet());
        var righted = new ArrayList<EmergencyNumber>();
        masks.forEach((route, others) -> {
            others.removeAll(dialled);
            righted.add(new EmergencyNumber(route.dialString(), String.join(";", others), route.usage()));
        });
        missing().forEach(digits -> righted.add(new EmergencyNumber(digits, "", routed(usage))));
        return List.copyOf(righted);
    }

    private Optional<String> routed(Optional<String> usage) {
        return type == NumberType.DIRECT_ROUTING ? usage : Optional.empty();
    }

    private Optional<String> existing(EmergencyNumber number) {
        return number.usage()
                .filter(_ -> type == NumberType.DIRECT_ROUTING)
                .filter(usage -> usages.stream().anyMatch(it -> AnyCase.same(it, usage)));
    }

    /** What a mask of the test number reaches does not count (rule EMG-05). */
    private List<String> missing() {
        Set<String> dialled = now.stream()
                .filter(number -> !number.dialString().strip().equals(EmergencyDigitRules.TEST_CALL))
                .flatMap(number -> Stream.concat(Stream.of(number.dialString()), number.masks().stream()))
                .map(String::strip)
                .collect(Collectors.toSet());
        return needed.stream().filter(digits -> !dialled.contains(digits)).toList();
    }
}

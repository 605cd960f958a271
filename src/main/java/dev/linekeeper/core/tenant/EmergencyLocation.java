package dev.linekeeper.core.tenant;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A place in the Location Information Service.
 *
 * @param address one line, such as {@code 1 Pike Street, Seattle, WA 98101, US}
 * @param description what people call the place
 */
public record EmergencyLocation(
        LocationId id, String description, String address, Optional<Country> country, Validation validation) {
    /** Those of exactly that id or description; else those whose description or address has it in it. */
    public static List<EmergencyLocation> called(String written, Collection<EmergencyLocation> all) {
        var exactly = all.stream()
                .filter(place -> AnyCase.same(place.id().value(), written.strip())
                        || AnyCase.same(place.description().strip(), written.strip()))
                .toList();
        var wanted = AnyCase.folded(written.strip());
        return exactly.isEmpty()
                ? all.stream()
                        .filter(place -> AnyCase.folded(place.description()).contains(wanted)
                                || AnyCase.folded(place.address()).contains(wanted))
                        .toList()
                : exactly;
    }

    public enum Validation {
        VALIDATED,
        INVALID,
        NOT_VALIDATED,
        UNKNOWN
    }

    /** Those of a country, and those whose country is not told, by their names; all of them where no country is named. */
    public static List<EmergencyLocation> in(Optional<Country> country, Collection<EmergencyLocation> all) {
        return all.stream()
                .filter(place ->
                        place.country().flatMap(of -> country.map(of::equals)).orElse(true))
                .sorted(Comparator.comparing(EmergencyLocation::description))
                .toList();
    }
}

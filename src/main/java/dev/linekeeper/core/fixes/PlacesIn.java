package dev.linekeeper.core.fixes;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.Tenant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The emergency locations of a country, and those whose country is not told. */
public final class PlacesIn {
    private PlacesIn() {}

    /** By their names; all of them where no country is named, none where they could not be read. */
    public static List<EmergencyLocation> country(Optional<Country> country, Tenant tenant) {
        return tenant.locations().known().orElse(Map.of()).values().stream()
                .filter(place ->
                        place.country().flatMap(of -> country.map(of::equals)).orElse(true))
                .sorted(Comparator.comparing(EmergencyLocation::description))
                .toList();
    }
}

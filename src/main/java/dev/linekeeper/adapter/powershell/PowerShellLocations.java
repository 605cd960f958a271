package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.EmergencyLocation.Validation;
import dev.linekeeper.core.tenant.Entries;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.service.tenant.EmergencyLocations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Emergency locations from {@code Get-CsOnlineLisLocation}, completed by {@code Get-CsOnlineLisCivicAddress} where a
 * location does not say whether it is validated.
 */
record PowerShellLocations(PowerShell powerShell) implements EmergencyLocations {
    @Override
    public String source() {
        return PowerShell.SOURCE;
    }

    @Override
    public Entries<EmergencyLocation> locations() {
        var addresses =
                JsonCursor.entries(pages(Cmdlet.READ_CIVIC_ADDRESSES), address -> Map.entry(address(address), address))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
        return JsonCursor.entries(
                pages(Cmdlet.READ_LOCATIONS),
                place -> location(
                        place,
                        place.at("CivicAddressId")
                                .fact(_ -> address(place))
                                .known()
                                .flatMap(id -> Optional.ofNullable(addresses.get(id)))));
    }

    private List<JsonCursor> pages(Cmdlet cmdlet) {
        return CmdletPages.of(powerShell, cmdlet, "ResultSize", "NumberOfResultsToSkip", 500);
    }

    private static EmergencyLocation location(JsonCursor place, Optional<JsonCursor> address) {
        var id = place.at("LocationId");
        return new EmergencyLocation(
                LocationId.of(id.text()).orElseThrow(() -> id.wrong("the id of a location")),
                place.at("Location")
                        .words()
                        .or(() -> place.at("Description").words())
                        .or(() ->
                                address.flatMap(civic -> civic.at("Description").words()))
                        .orElse(""),
                CatalogueReader.addressLine(place),
                place.at("CountryOrRegion").country(),
                Stream.concat(Stream.of(place), address.stream())
                        .map(each -> each.at("ValidationStatus"))
                        .filter(status -> status.words().isPresent())
                        .findFirst()
                        .flatMap(status -> status.known(Validation.class))
                        .orElse(Validation.UNKNOWN));
    }

    private static String address(JsonCursor of) {
        return AnyCase.folded(of.at("CivicAddressId").text());
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.CatalogueReader;
import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.EmergencyLocation.Validation;
import dev.linekeeper.core.tenant.LocationId;

/** Reads {@code locations}. */
final class NetworkSection {
    private NetworkSection() {}

    static EmergencyLocation location(JsonCursor location) {
        var id = location.at("locationId");
        return new EmergencyLocation(
                LocationId.of(id.text()).orElseThrow(() -> id.wrong("the id of a location")),
                location.at("description").words().orElse(""),
                CatalogueReader.addressLine(location),
                location.at("countryOrRegion").country(),
                location.at("validationStatus")
                        .words()
                        .flatMap(_ -> location.at("validationStatus").known(Validation.class))
                        .orElse(Validation.UNKNOWN));
    }
}

package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets for emergency locations, each with a civic address of its own, and network sites. */
record LocationCmdlets(SimulatedTenant model) {
    void serve(CmdletTable cmdlets) {
        var paging = Set.of("ResultSize", "NumberOfResultsToSkip");
        cmdlets.on("Get-CsOnlineLisLocation", paging, parameters -> page(parameters, LocationCmdlets::location))
                .on(
                        "Get-CsOnlineLisCivicAddress",
                        paging,
                        parameters -> page(parameters, LocationCmdlets::civicAddress))
                .on("Get-CsTenantNetworkSite", Set.of(), _ -> sites());
    }

    private List<ObjectNode> page(ObjectNode parameters, Function<EmergencyLocation, ObjectNode> print) {
        return model.ports().emergencyLocations().locations().stream()
                .skip(parameters.path("NumberOfResultsToSkip").asInt(0))
                .limit(parameters.path("ResultSize").asInt(Integer.MAX_VALUE))
                .map(print)
                .toList();
    }

    private static ObjectNode location(EmergencyLocation place) {
        return address(place).put("LocationId", place.id().value()).putNull("Location");
    }

    /** Only the address says whether it was validated, not the locations in it. */
    private static ObjectNode civicAddress(EmergencyLocation place) {
        return address(place)
                .put("DefaultLocationId", place.id().value())
                .put("ValidationStatus", WireJson.pascal(place.validation()));
    }

    /** Splits the address line of the model into street, city, region and country, as far as present. */
    private static ObjectNode address(EmergencyLocation place) {
        var country = place.country().map(Country::iso).orElse("");
        var line = !country.isEmpty() && place.address().endsWith(country)
                ? place.address()
                        .substring(0, place.address().length() - country.length())
                        .replaceFirst(", $", "")
                : place.address();
        var parts = line.split(", ", 3);
        return WireJson.object()
                .put("CivicAddressId", civicAddressId(place))
                .put("Description", place.description())
                .put("CompanyName", "")
                .put("StreetName", parts[0])
                .put("City", parts.length > 1 ? parts[1] : "")
                .put("StateOrProvince", parts.length > 2 ? parts[2] : "")
                .put("CountryOrRegion", country);
    }

    private static String civicAddressId(EmergencyLocation place) {
        var name = "civic address of " + place.id().value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<ObjectNode> sites() {
        return model.ports().policyCatalogue().networkSites().stream()
                .map(site -> WireJson.object()
                        .put("Identity", site.name())
                        .put("NetworkSiteID", site.name())
                        .put(
                                "EmergencyCallRoutingPolicyName",
                                site.emergencyCallRouting()
                                        .map(PolicyObjects::identity)
                                        .orElse(null))
                        .put(
                                "EmergencyCallingPolicyName",
                                site.emergencyCalling()
                                        .map(PolicyObjects::identity)
                                        .orElse(null)))
                .toList();
    }
}

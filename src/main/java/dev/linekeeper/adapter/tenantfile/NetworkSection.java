package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.EmergencyLocation;
import dev.linekeeper.core.tenant.EmergencyLocation.Validation;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.VoiceRoute;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code voiceRoutes}, {@code locations} and {@code networkSites}. */
final class NetworkSection {
    private NetworkSection() {}

    static VoiceRoute voiceRoute(Spot route) {
        return new VoiceRoute(
                route.at("Identity").text(),
                route.at("NumberPattern").text(),
                route.at("OnlinePstnUsages").or(List.of(), at -> at.list(Spot::text)),
                route.at("OnlinePstnGatewayList").or(List.of(), at -> at.list(Spot::text)));
    }

    static NetworkSite networkSite(Spot site) {
        var routing = site.at("EmergencyCallRoutingPolicy");
        var calling = site.at("EmergencyCallingPolicy");
        return new NetworkSite(
                site.at("Identity").text(),
                routing.words().map(_ -> routing.policyName()),
                calling.words().map(_ -> calling.policyName()));
    }

    static EmergencyLocation location(Spot location) {
        var id = location.at("locationId");
        return new EmergencyLocation(
                LocationId.of(id.text()).orElseThrow(() -> id.wrong("the id of a location")),
                location.at("description").words().orElse(""),
                address(location),
                location.at("countryOrRegion").country(),
                location.at("validationStatus")
                        .or(Validation.UNKNOWN, at -> at.oneOf(Validation.class, Validation.UNKNOWN)));
    }

    /** One line, such as {@code 1 Pike Street, Seattle, WA 98101, US}. */
    private static String address(Spot location) {
        return Stream.of(
                        words(
                                location,
                                "houseNumber",
                                "houseNumberSuffix",
                                "preDirectional",
                                "streetName",
                                "streetSuffix",
                                "postDirectional"),
                        words(location, "city"),
                        words(location, "stateOrProvince", "postalCode"),
                        words(location, "countryOrRegion"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(Spot location, String... members) {
        return Stream.of(members)
                .flatMap(member -> location.at(member).words().stream())
                .collect(Collectors.joining(" "));
    }
}

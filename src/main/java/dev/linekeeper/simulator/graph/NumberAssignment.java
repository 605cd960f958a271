package dev.linekeeper.simulator.graph;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.Line;
import dev.linekeeper.simulator.state.WireJson;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers as Graph's numberAssignment, with an unknown member and capability, as a newer Graph may have. As in the
 * examples of its pages Direct Routing numbers have no country, and what names a policy is a text, an id, or nothing.
 */
record NumberAssignment(TenantContent content) {
    ObjectNode of(TelephoneNumber number) {
        var record = WireJson.object()
                .put("id", number.number().digits())
                .put("telephoneNumber", number.number().toString())
                .put("numberType", number.type().graphName())
                .put("activationState", WireJson.camel(number.activation()))
                .put(
                        "assignmentStatus",
                        number.status() == NumberStatus.UNKNOWN ? "internalError" : WireJson.camel(number.status()))
                .put("assignmentTargetId", target(number))
                .put("assignmentCategory", category(number))
                .put(
                        "isoCountryCode",
                        number.country()
                                .known()
                                .flatMap(country -> country)
                                .filter(_ -> number.type() != NumberType.DIRECT_ROUTING)
                                .map(Country::iso)
                                .orElse(null))
                .put(
                        "locationId",
                        number.location()
                                .known()
                                .flatMap(place -> place)
                                .map(LocationId::value)
                                .orElse(null))
                .put("numberSource", WireJson.camel(number.source()))
                .put("portInStatus", number.portInStatus().orElse(null))
                .put("memberWeDoNotKnow", "yet");
        var capabilities = record.putArray("capabilities");
        number.capabilities().known().stream()
                .flatMap(Set::stream)
                .map(WireJson::camel)
                .sorted()
                .forEach(capabilities::add);
        capabilities.add("capabilityWeDoNotKnow");
        var actions = record.putArray("supportedCustomerActions");
        if (number.locationUpdateSupported()) {
            actions.add("locationUpdate");
        }
        actions.add("release");
        return record;
    }

    /** Each number always in the same form. */
    private static @Nullable String target(TelephoneNumber number) {
        var policy = number.heldByPolicy();
        return policy.isEmpty()
                ? number.target().orElse(null)
                : switch (Math.floorMod(number.number().digits().hashCode(), 3)) {
                    case 0 -> null;
                    case 1 -> GraphPolicyIds.instance(policy.get());
                    default -> number.target().orElse(null);
                };
    }

    private String category(TelephoneNumber number) {
        return number.target()
                .map(UserId::new)
                .flatMap(content::user)
                .flatMap(user -> user.lines().known())
                .flatMap(lines -> lines.stream()
                        .filter(line -> line.number().equals(number.number()))
                        .findFirst())
                .map(Line::category)
                .map(WireJson::camel)
                .orElse("primary");
    }
}

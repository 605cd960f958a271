package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers: {@code /admin/teams/telephoneNumberManagement}. An invalid request fails at once; a change that the state of
 * the tenant forbids makes its operation fail.
 */
record NumbersEndpoint(SimulatedTenant model, Clock clock, Delays later, NumberOperations operations) {
    private static final ChangeKey KEY = new ChangeKey("graph", 0);
    private static final ODataCollection PAGES = new ODataCollection(500, 1000);

    void serve(GraphRoutes routes) {
        var root = "/admin/teams/telephoneNumberManagement";
        var numbers = root + "/numberAssignments";
        routes.on("GET", numbers, (call, _) -> PAGES.answer(call, all()))
                .on("POST", numbers + "/" + GraphRoutes.ACTION + "assignNumber", (call, _) -> assign(call))
                .on("POST", numbers + "/" + GraphRoutes.ACTION + "unassignNumber", (call, _) -> release(call))
                .on("POST", numbers + "/" + GraphRoutes.ACTION + "updateNumber", (call, _) -> update(call))
                .on(
                        "GET",
                        numbers + "/{}",
                        (call, parts) -> GraphReply.of(ODataCollection.selected(call, one(parts.getFirst()))))
                .on("GET", root + "/operations/{}", (_, parts) -> GraphReply.of(operations.find(parts.getFirst())))
                .on(
                        "GET",
                        root + "/operations\\('([^/']+)'\\)",
                        (_, parts) -> GraphReply.of(operations.find(parts.getFirst())))
                .on("GET", root, (_, _) -> {
                    throw GraphError.notSupported("TelephoneNumberManagement");
                });
    }

    private List<ObjectNode> all() {
        var people = new NumberAssignment(model.content());
        return model.content().numbers().stream()
                .flatMap(numbers -> numbers.values().stream())
                .map(people::of)
                .toList();
    }

    private ObjectNode one(String id) {
        return all().stream()
                .filter(number -> WireJson.text(number, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> GraphError.nested(404, "NotFound", "Resource not found.", "Check the identifier."));
    }

    private GraphReply assign(GraphRequest call) {
        var body = call.json();
        var number = number(body);
        var type = type(body);
        var holder = new UserId(required(body, "assignmentTargetId"));
        var location = LocationId.of(WireJson.text(body, "locationId"));
        return start(call, number, numbers -> numbers.assign(number, type, holder, location, KEY));
    }

    private GraphReply release(GraphRequest call) {
        var body = call.json();
        var number = number(body);
        var type = type(body);
        return start(call, number, numbers -> numbers.release(number, type, KEY));
    }

    /** An empty text clears a location, an absent member keeps it. */
    private GraphReply update(GraphRequest call) {
        var body = call.json();
        var number = number(body);
        if (body.hasNonNull("locationId")) {
            model.ports().numbers().setLocation(number, LocationId.of(WireJson.text(body, "locationId")), KEY);
        }
        return GraphReply.empty(200);
    }

    private GraphReply start(GraphRequest call, PhoneNumber number, Consumer<NumberInventory> change) {
        try {
            change.accept(new SimulatedTenant(model.content(), clock).ports().numbers());
        } catch (BackendFailure refused) {
            if (refused.kind() != FailureKind.CONFLICT) {
                throw refused;
            }
        }
        var id = operations.start(
                number, later.number(), () -> change.accept(model.ports().numbers()));
        return GraphReply.accepted(
                "%s/admin/teams/telephoneNumberManagement/operations('%s')".formatted(call.base(), id));
    }

    private static PhoneNumber number(ObjectNode body) {
        var written = required(body, "telephoneNumber");
        return PhoneNumber.parse(written)
                .orElseThrow(() ->
                        GraphError.nested(400, "BadRequest", "The telephone number is not valid.", "Correct it."));
    }

    private static NumberType type(ObjectNode body) {
        return NumberType.ofName(required(body, "numberType"));
    }

    private static String required(ObjectNode body, String member) {
        var text = WireJson.text(body, member);
        if (text.isBlank()) {
            throw GraphError.nested(400, "BadRequest", "%s is required.".formatted(member), "Correct the request.");
        }
        return text;
    }
}

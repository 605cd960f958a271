package dev.linekeeper.simulator;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.NumberInventory;
import dev.linekeeper.simulator.state.TenantModel;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers: {@code /admin/teams/telephoneNumberManagement}. What is wrong with a request is told at once; what the state
 * of the tenant forbids makes the operation fail.
 */
record NumberDesk(TenantModel model, Clock clock, Later later, Operations operations) {
    private static final ChangeKey KEY = new ChangeKey("graph", 0);
    private static final Listing PAGES = new Listing(500, 1000);

    void serve(Routes routes) {
        var root = "/admin/teams/telephoneNumberManagement";
        var numbers = root + "/numberAssignments";
        routes.on("GET", numbers, (call, _) -> PAGES.answer(call, all()))
                .on("POST", numbers + "/" + Routes.ACTION + "assignNumber", (call, _) -> assign(call))
                .on("POST", numbers + "/" + Routes.ACTION + "unassignNumber", (call, _) -> release(call))
                .on("POST", numbers + "/" + Routes.ACTION + "updateNumber", (call, _) -> update(call))
                .on("GET", numbers + "/{}", (call, parts) -> Reply.of(Listing.selected(call, one(parts.getFirst()))))
                .on("GET", root + "/operations/{}", (_, parts) -> Reply.of(operations.find(parts.getFirst())))
                .on(
                        "GET",
                        root + "/operations\\('([^/']+)'\\)",
                        (_, parts) -> Reply.of(operations.find(parts.getFirst())))
                .on("GET", root, (_, _) -> {
                    throw Refused.notSupported("TelephoneNumberManagement");
                });
    }

    private List<ObjectNode> all() {
        var people = new NumberRecord(model.content());
        return model.content().numbers().stream()
                .flatMap(numbers -> numbers.values().stream())
                .map(people::of)
                .toList();
    }

    private ObjectNode one(String id) {
        return all().stream()
                .filter(number -> Json.text(number, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.nested(404, "NotFound", "Resource not found.", "Check the identifier."));
    }

    private Reply assign(Call call) {
        var body = call.json();
        var number = number(body);
        var type = type(body);
        var holder = new UserId(required(body, "assignmentTargetId"));
        var location = LocationId.of(Json.text(body, "locationId"));
        return start(call, number, numbers -> numbers.assign(number, type, holder, location, KEY));
    }

    private Reply release(Call call) {
        var body = call.json();
        var number = number(body);
        var type = type(body);
        return start(call, number, numbers -> numbers.release(number, type, KEY));
    }

    /** An empty text clears a location, an absent member keeps it. */
    private Reply update(Call call) {
        var body = call.json();
        var number = number(body);
        if (body.hasNonNull("locationId")) {
            model.ports().numbers().setLocation(number, LocationId.of(Json.text(body, "locationId")), KEY);
        }
        return Reply.empty(200);
    }

    private Reply start(Call call, PhoneNumber number, Consumer<NumberInventory> change) {
        try {
            change.accept(new TenantModel(model.content(), clock).ports().numbers());
        } catch (BackendFailure refused) {
            if (refused.kind() != BackendFailure.FailureKind.CONFLICT) {
                throw refused;
            }
        }
        var id = operations.start(
                number, later.number(), () -> change.accept(model.ports().numbers()));
        return Reply.accepted("%s/admin/teams/telephoneNumberManagement/operations('%s')".formatted(call.base(), id));
    }

    private static PhoneNumber number(ObjectNode body) {
        var written = required(body, "telephoneNumber");
        return PhoneNumber.parse(written)
                .orElseThrow(
                        () -> Refused.nested(400, "BadRequest", "The telephone number is not valid.", "Correct it."));
    }

    private static NumberType type(ObjectNode body) {
        return NumberType.ofName(required(body, "numberType"));
    }

    private static String required(ObjectNode body, String member) {
        var text = Json.text(body, member);
        if (text.isBlank()) {
            throw Refused.nested(400, "BadRequest", "%s is required.".formatted(member), "Correct the request.");
        }
        return text;
    }
}

package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantEdit;
import dev.linekeeper.simulator.state.TenantState;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbers. An invalid request fails at once; a change that the state of the tenant forbids makes its operation fail.
 *
 * @param operations the long-running operations and their results, by id; a concurrent map
 */
@RestController
@RequestMapping(GraphCalls.ROOT + NumbersController.MANAGEMENT)
record NumbersController(SimulatedTenant tenant, Delays later, Map<String, ObjectNode> operations) {
    static final String MANAGEMENT = "/admin/teams/telephoneNumberManagement";
    private static final ODataCollection PAGES = new ODataCollection(500, 1000);
    private static final String ASSIGNMENTS = "/numberAssignments";

    @GetMapping(ASSIGNMENTS)
    ObjectNode list(HttpServletRequest request) {
        return PAGES.answer(request, all());
    }

    @GetMapping(ASSIGNMENTS + "/{id}")
    ObjectNode one(HttpServletRequest request, @PathVariable String id) {
        return ODataCollection.selected(
                request,
                all().stream()
                        .filter(number -> WireJson.text(number, "id").equals(id))
                        .findFirst()
                        .orElseThrow(GraphError::nestedNotFound));
    }

    @GetMapping({"/operations/{id}", "/operations('{id}')"})
    ObjectNode operation(@PathVariable String id) {
        return Optional.ofNullable(operations.get(id)).orElseThrow(() -> TenantEdit.notFound("Operation not found."));
    }

    /** An update's empty text clears a location, an absent member keeps it. */
    @PostMapping(ASSIGNMENTS + "/{action:" + GraphCalls.NAMESPACE + "(?:assign|unassign|update)Number}")
    ResponseEntity<Void> act(HttpServletRequest request, @PathVariable String action, @RequestBody ObjectNode body) {
        var number = PhoneNumber.parse(required(body, "telephoneNumber"))
                .orElseThrow(() -> TenantEdit.invalid("The telephone number is not valid."));
        var location = LocationId.of(WireJson.text(body, "locationId"));
        if (action.endsWith("updateNumber")) {
            if (body.hasNonNull("locationId")) {
                tenant.change(edit -> new NumberEdit(edit).locate(number, location));
            }
            return ResponseEntity.ok().build();
        }
        var type = NumberType.ofName(required(body, "numberType"));
        if (action.endsWith("unassignNumber")) {
            return start(request, number, edit -> new NumberEdit(edit).release(number, type));
        }
        var holder = new UserId(required(body, "assignmentTargetId"));
        var category = NumberEdit.category(WireJson.text(body, "assignmentCategory"));
        return start(request, number, edit -> new NumberEdit(edit).assign(number, type, holder, location, category));
    }

    /** Starts an operation that makes the change after a delay. */
    private ResponseEntity<Void> start(HttpServletRequest request, PhoneNumber number, Consumer<TenantEdit> change) {
        try {
            tenant.check(change);
        } catch (BackendFailure refused) {
            if (refused.kind() != FailureKind.CONFLICT) {
                throw refused;
            }
        }
        var id = UUID.randomUUID().toString();
        operations.put(id, operation(id, number, "running", ""));
        Delays.after(later.number(), () -> {
            try {
                tenant.change(change);
                operations.put(id, operation(id, number, "succeeded", ""));
            } catch (BackendFailure refused) {
                operations.put(id, operation(id, number, "failed", String.valueOf(refused.getMessage())));
            }
        });
        return ResponseEntity.accepted()
                .location(URI.create("%s%s/operations('%s')".formatted(GraphCalls.base(request), MANAGEMENT, id)))
                .build();
    }

    private static ObjectNode operation(String id, PhoneNumber number, String status, String detail) {
        var operation = WireJson.object()
                .put("id", id)
                .put("createdDateTime", "2026-11-22T12:00:00Z")
                .put("status", status)
                .put("memberWeDoNotKnow", "yet");
        operation
                .putArray("numbers")
                .addObject()
                .put("resourceLocation", "numberAssignments/" + number.digits())
                .put("status", status)
                .put("statusDetail", detail);
        return operation;
    }

    private List<ObjectNode> all() {
        return tenant.state().all(TenantState.NUMBERS).stream()
                .map(NumbersController::record)
                .toList();
    }

    /**
     * The document with an unknown member and capability, as a newer Graph may have. As in the examples of its pages Direct
     * Routing numbers have no country, and what names a policy is a text, an id, or nothing: each number always the same.
     */
    private static ObjectNode record(ObjectNode number) {
        var written = WireJson.text(number, "telephoneNumber");
        var digits = PhoneNumber.parse(written).map(PhoneNumber::digits).orElse(written);
        var record = WireJson.object().put("id", digits).put("telephoneNumber", written);
        for (var member : List.of(
                "numberType",
                "activationState",
                "assignmentStatus",
                "assignmentCategory",
                "numberSource",
                "portInStatus")) {
            record.put(member, number.hasNonNull(member) ? WireJson.camel(WireJson.text(number, member)) : null);
        }
        for (var member : List.of("isoCountryCode", "locationId", "assignmentTargetId")) {
            record.put(member, number.hasNonNull(member) ? WireJson.text(number, member) : null);
        }
        if (NumberType.ofName(WireJson.text(number, "numberType")) == NumberType.DIRECT_ROUTING) {
            record.putNull("isoCountryCode");
        }
        var policy = WireJson.text(number, "assignmentTargetId").split("\\|Tag:", 2);
        if (policy.length == 2) {
            switch (Math.floorMod(digits.hashCode(), 3)) {
                case 0 -> record.putNull("assignmentTargetId");
                case 1 -> record.put("assignmentTargetId", GraphPolicyIds.instance(policy[1]));
                default -> {}
            }
        }
        var capabilities = record.putArray("capabilities");
        number.path("capabilities").forEach(each -> capabilities.add(WireJson.camel(each.asString(""))));
        capabilities.add("capabilityWeDoNotKnow");
        record.putArray("supportedCustomerActions")
                .addAll(number.path("supportedCustomerActions").valueStream().toList());
        return record.put("memberWeDoNotKnow", "yet");
    }

    private static String required(ObjectNode body, String member) {
        var text = WireJson.text(body, member);
        if (text.isBlank()) {
            throw TenantEdit.invalid("%s is required.".formatted(member));
        }
        return text;
    }
}

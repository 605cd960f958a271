package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantEdit;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Policies of people. A list with one invalid entry is refused as a whole, which is not documented either way.
 *
 * @param refused policy types that this Graph does not support, as a real tenant may
 */
@RestController
@RequestMapping(GraphCalls.ROOT + "/admin/teams/policy")
record PoliciesController(SimulatedTenant tenant, Delays later, Set<PolicyKind> refused) {
    /** Actions have a short name in the documentation, a full one in the SDK. */
    private static final String FULL = "/userAssignments/microsoft.graph.teamsAdministration.";

    private static final Pattern FUNCTION =
            Pattern.compile("(?:microsoft\\.graph\\.teamsAdministration\\.)?getPolicyId\\((.*)\\)");
    private static final Pattern ARGUMENT = Pattern.compile(",?(\\w+)\\s*=\\s*'((?:[^']|'')*)'");

    @GetMapping("/{function:.*getPolicyId.*}")
    ObjectNode policyId(@PathVariable String function) {
        var call = FUNCTION.matcher(function);
        if (!call.matches() || !ARGUMENT.matcher(call.group(1)).replaceAll("").isBlank()) {
            throw GraphError.invalid("The function arguments could not be read.");
        }
        Map<String, String> arguments = ARGUMENT.matcher(call.group(1))
                .results()
                .collect(Collectors.toMap(
                        argument -> argument.group(1),
                        argument -> argument.group(2).replace("''", "'"),
                        (_, last) -> last));
        if (arguments.getOrDefault("name", "").isBlank()) {
            throw GraphError.invalid("The function arguments could not be read.");
        }
        var kind = kind(arguments.getOrDefault("type", ""));
        var wanted = new PolicyName(arguments.getOrDefault("name", ""));
        var found = WireJson.object();
        var listed = found.putArray("value");
        tenant.content().policies().getOrDefault(kind, Map.of()).keySet().stream()
                .filter(wanted::equals)
                .forEach(policy -> listed.addObject()
                        .put("name", policy.isGlobal() ? "Global" : "Tag:" + policy.value())
                        .put("policyId", GraphPolicyIds.of(kind, policy))
                        .put("memberWeDoNotKnow", "yet"));
        return found;
    }

    @PostMapping({"/userAssignments/assign", FULL + "assign"})
    ResponseEntity<Void> assign(@RequestBody ObjectNode body) {
        return each(body, entry -> {
            var kind = kind(WireJson.text(entry, "policyType"));
            var person = new UserId(WireJson.text(entry, "userId"));
            var policy = GraphPolicyIds.name(kind, WireJson.text(entry, "policyId"))
                    .orElseThrow(
                            () -> GraphError.nested(400, "BadRequest", "The policyId is not valid.", "Correct it."));
            return edit -> edit.grant(person, kind, policy);
        });
    }

    @PostMapping({"/userAssignments/unassign", FULL + "unassign"})
    ResponseEntity<Void> unassign(@RequestBody ObjectNode body) {
        return each(body, entry -> {
            var kind = kind(WireJson.text(entry, "policyType"));
            var person = new UserId(WireJson.text(entry, "userId"));
            return edit -> edit.revoke(person, kind);
        });
    }

    /** Refuses at once, and makes the changes after the delay. */
    private ResponseEntity<Void> each(ObjectNode body, Function<JsonNode, Consumer<PersonEdit>> reading) {
        var entries = body.path("value");
        if (!entries.isArray() || entries.isEmpty()) {
            throw GraphError.invalid("The value is missing.");
        }
        List<Consumer<PersonEdit>> changes = new ArrayList<>();
        entries.forEach(entry -> changes.add(reading.apply(entry)));
        Consumer<TenantEdit> all = edit -> changes.forEach(change -> change.accept(new PersonEdit(edit)));
        tenant.check(all);
        Delays.after(later.grant(), () -> tenant.change(all));
        return ResponseEntity.noContent().build();
    }

    private PolicyKind kind(String type) {
        return PolicyKind.ofType(type)
                .filter(kind -> !refused.contains(kind))
                .orElseThrow(() -> GraphError.nested(
                        400,
                        "BadRequest",
                        "Policy type '%s' is not supported.".formatted(type),
                        "Correct the request."));
    }
}

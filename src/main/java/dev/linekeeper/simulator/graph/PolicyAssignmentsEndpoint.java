package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Policies of people: {@code /admin/teams/policy}. A list with one invalid entry is refused as a whole, which is not
 * documented either way.
 *
 * @param refusedTypes policy types that this Graph does not support, as a real tenant may
 */
record PolicyAssignmentsEndpoint(SimulatedTenant model, Clock clock, Delays later, Set<PolicyKind> refusedTypes) {
    private static final ChangeKey KEY = new ChangeKey("graph", 0);
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+)\\s*=\\s*'((?:[^']|'')*)'");

    void serve(GraphRoutes routes) {
        var assignments = "/admin/teams/policy/userAssignments";
        routes.on(
                        "GET",
                        "/admin/teams/policy/(" + GraphRoutes.ACTION + "getPolicyId\\(.*)",
                        (_, parts) -> policyId(parts.getFirst()))
                .on("POST", assignments + "/" + GraphRoutes.ACTION + "assign", (call, _) -> assign(call))
                .on("POST", assignments + "/" + GraphRoutes.ACTION + "unassign", (call, _) -> unassign(call))
                .on("GET", assignments, (_, _) -> {
                    throw GraphError.nested(404, "NotFound", "Resource not found.", "Check the address.");
                })
                .on("GET", "/admin/teams/policy", (_, _) -> {
                    throw GraphError.notSupported("PolicyAdmin");
                });
    }

    private GraphReply policyId(String function) {
        var type = "";
        var name = "";
        var arguments = ARGUMENT.matcher(function);
        var end = function.indexOf('(') + 1;
        while (arguments.find()) {
            var value = arguments.group(2).replace("''", "'");
            type = arguments.group(1).equals("type") ? value : type;
            name = arguments.group(1).equals("name") ? value : name;
            end = arguments.end();
        }
        if (!function.substring(end).equals(")") || name.isBlank()) {
            throw GraphError.invalid("The function arguments could not be read.");
        }
        var kind = kind(type);
        var found = WireJson.object();
        var listed = found.putArray("value");
        policy(kind, new PolicyName(name))
                .ifPresent(policy -> listed.addObject()
                        .put("name", policy.isGlobal() ? "Global" : "Tag:" + policy.value())
                        .put("policyId", GraphPolicyIds.of(kind, policy))
                        .put("memberWeDoNotKnow", "yet"));
        return GraphReply.of(found);
    }

    private GraphReply assign(GraphRequest call) {
        return each(call, (entry, changes) -> {
            var kind = kind(WireJson.text(entry, "policyType"));
            var person = new UserId(WireJson.text(entry, "userId"));
            var policy = GraphPolicyIds.name(kind, WireJson.text(entry, "policyId"))
                    .orElseThrow(
                            () -> GraphError.nested(400, "BadRequest", "The policyId is not valid.", "Correct it."));
            changes.add(grants -> grants.grant(person, kind, policy, KEY));
        });
    }

    private GraphReply unassign(GraphRequest call) {
        return each(call, (entry, changes) -> {
            var kind = kind(WireJson.text(entry, "policyType"));
            var person = new UserId(WireJson.text(entry, "userId"));
            changes.add(grants -> grants.revoke(person, kind, KEY));
        });
    }

    /** Tries the changes on a copy, so that a refusal is immediate, and applies them after the delay. */
    private GraphReply each(GraphRequest call, BiConsumer<JsonNode, List<Consumer<PolicyGrants>>> read) {
        var entries = call.json().path("value");
        if (!entries.isArray() || entries.isEmpty()) {
            throw GraphError.invalid("The value is missing.");
        }
        List<Consumer<PolicyGrants>> changes = new ArrayList<>();
        entries.forEach(entry -> read.accept(entry, changes));
        var copy = new SimulatedTenant(model.content(), clock).ports().policyGrants();
        changes.forEach(change -> change.accept(copy));
        Delays.after(
                later.grant(),
                () -> changes.forEach(change -> change.accept(model.ports().policyGrants())));
        return GraphReply.empty(204);
    }

    private Optional<PolicyName> policy(PolicyKind kind, PolicyName name) {
        return Optional.ofNullable(model.content().policies().get(kind))
                .flatMap(policies ->
                        policies.keySet().stream().filter(name::equals).findFirst());
    }

    private PolicyKind kind(String type) {
        return PolicyKind.ofType(type)
                .filter(kind -> !refusedTypes.contains(kind))
                .orElseThrow(() -> GraphError.nested(
                        400,
                        "BadRequest",
                        "Policy type '%s' is not supported.".formatted(type),
                        "Correct the request."));
    }
}

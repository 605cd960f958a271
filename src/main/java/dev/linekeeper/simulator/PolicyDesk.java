package dev.linekeeper.simulator;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.simulator.state.TenantModel;
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
 * Policies of people: {@code /admin/teams/policy}. Nothing is documented about a list of which one entry is wrong; here
 * nothing of it is done.
 *
 * @param refusedTypes policy types Graph is to know nothing of, as a real tenant may
 */
record PolicyDesk(TenantModel model, Clock clock, Later later, Set<PolicyKind> refusedTypes) {
    private static final ChangeKey KEY = new ChangeKey("graph", 0);
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+)\\s*=\\s*'((?:[^']|'')*)'");

    void serve(Routes routes) {
        var assignments = "/admin/teams/policy/userAssignments";
        routes.on(
                        "GET",
                        "/admin/teams/policy/(" + Routes.ACTION + "getPolicyId\\(.*)",
                        (_, parts) -> policyId(parts.getFirst()))
                .on("POST", assignments + "/" + Routes.ACTION + "assign", (call, _) -> assign(call))
                .on("POST", assignments + "/" + Routes.ACTION + "unassign", (call, _) -> unassign(call))
                .on("GET", assignments, (_, _) -> {
                    throw Refused.nested(404, "NotFound", "Resource not found.", "Check the address.");
                })
                .on("GET", "/admin/teams/policy", (_, _) -> {
                    throw Refused.notSupported("PolicyAdmin");
                });
    }

    private Reply policyId(String function) {
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
            throw Refused.invalid("The function arguments could not be read.");
        }
        var kind = kind(type);
        var found = Json.object();
        var listed = found.putArray("value");
        policy(kind, new PolicyName(name))
                .ifPresent(policy -> listed.addObject()
                        .put("name", policy.isGlobal() ? "Global" : "Tag:" + policy.value())
                        .put("policyId", PolicyIds.of(kind, policy))
                        .put("memberWeDoNotKnow", "yet"));
        return Reply.of(found);
    }

    private Reply assign(Call call) {
        return each(call, (entry, changes) -> {
            var kind = kind(Json.text(entry, "policyType"));
            var person = new UserId(Json.text(entry, "userId"));
            var policy = PolicyIds.name(kind, Json.text(entry, "policyId"))
                    .orElseThrow(() -> Refused.nested(400, "BadRequest", "The policyId is not valid.", "Correct it."));
            changes.add(grants -> grants.grant(person, kind, policy, KEY));
        });
    }

    private Reply unassign(Call call) {
        return each(call, (entry, changes) -> {
            var kind = kind(Json.text(entry, "policyType"));
            var person = new UserId(Json.text(entry, "userId"));
            changes.add(grants -> grants.revoke(person, kind, KEY));
        });
    }

    /** Tries the changes on a copy, so that a refusal is told at once, and shows them when their time has come. */
    private Reply each(Call call, BiConsumer<JsonNode, List<Consumer<PolicyGrants>>> read) {
        var entries = call.json().path("value");
        if (!entries.isArray() || entries.isEmpty()) {
            throw Refused.invalid("The value is missing.");
        }
        List<Consumer<PolicyGrants>> changes = new ArrayList<>();
        entries.forEach(entry -> read.accept(entry, changes));
        var copy = new TenantModel(model.content(), clock).ports().policyGrants();
        changes.forEach(change -> change.accept(copy));
        Later.after(
                later.grant(),
                () -> changes.forEach(change -> change.accept(model.ports().policyGrants())));
        return Reply.empty(204);
    }

    private Optional<PolicyName> policy(PolicyKind kind, PolicyName name) {
        return Optional.ofNullable(model.content().policies().get(kind))
                .flatMap(policies ->
                        policies.keySet().stream().filter(name::equals).findFirst());
    }

    private PolicyKind kind(String type) {
        return PolicyKind.ofType(type)
                .filter(kind -> !refusedTypes.contains(kind))
                .orElseThrow(() -> Refused.nested(
                        400,
                        "BadRequest",
                        "Policy type '%s' is not supported.".formatted(type),
                        "Correct the request."));
    }
}

package dev.linekeeper.simulator.graph;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.faults.Delays;
import dev.linekeeper.simulator.faults.Fault;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantEdit;
import dev.linekeeper.simulator.state.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * Policies of people. A list with one invalid entry is refused as a whole, which is not documented either way ({@link
 * Fault.InPart} is another), and so is one that is long: how many entries it may have is documented nowhere. They are made in
 * any order.
 *
 * @param refused policy types that this Graph does not support, as a real tenant may
 */
@RestController
@RequestMapping(GraphCalls.ROOT + "/admin/teams/policy")
record PoliciesController(SimulatedTenant tenant, Delays later, Set<PolicyKind> refused) {
    static final String HALF = PoliciesController.class.getName();
    private static final int MOST = 20;

    @GetMapping("/{namespace:" + GraphCalls.NAMESPACE + "}getPolicyId(type='{type}',name='{name}')")
    ObjectNode policyId(@PathVariable String type, @PathVariable String name) {
        if (name.isBlank()) {
            throw GraphError.invalid("The function arguments could not be read.");
        }
        var kind = kind(type);
        var wanted = new PolicyName(name.replace("''", "'"));
        var found = WireJson.object();
        var listed = found.putArray("value");
        known(kind)
                .filter(wanted::equals)
                .forEach(policy -> listed.addObject()
                        .put("name", policy.isGlobal() ? "Global" : "Tag:" + policy.value())
                        .put("policyId", GraphPolicyIds.of(kind, policy))
                        .put("memberWeDoNotKnow", "yet"));
        return found;
    }

    /** Refuses at once, and makes the changes after the delay. */
    @PostMapping("/userAssignments/{action:" + GraphCalls.NAMESPACE + "(?:un)?assign}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(HttpServletRequest request, @PathVariable String action, @RequestBody ObjectNode body) {
        var entries = body.path("value");
        if (!entries.isArray() || entries.isEmpty()) {
            throw GraphError.invalid("The value is missing.");
        }
        if (entries.size() > MOST) {
            throw GraphError.invalid("The value has more than %d entries.".formatted(MOST));
        }
        List<Consumer<PersonEdit>> changes = new ArrayList<>();
        for (var entry : entries) {
            var kind = kind(WireJson.text(entry, "policyType"));
            var person = new UserId(WireJson.text(entry, "userId"));
            if (action.endsWith("unassign")) {
                changes.add(edit -> edit.revoke(person, kind));
            } else {
                var id = WireJson.text(entry, "policyId");
                var policy = known(kind)
                        .filter(name -> GraphPolicyIds.of(kind, name).equals(id))
                        .findFirst()
                        .orElseThrow(() -> TenantEdit.invalid("The policyId is not valid."));
                changes.add(edit -> edit.grant(person, kind, policy));
            }
        }
        if (request.getAttribute(HALF) instanceof Fault.InPart(var refused)) {
            make(changes.subList(0, (changes.size() + 1) / 2));
            if (refused) {
                throw GraphError.invalid("One of the assignments is not valid.");
            }
            return;
        }
        Collections.shuffle(changes);
        make(changes);
    }

    private void make(List<Consumer<PersonEdit>> changes) {
        Consumer<TenantEdit> all = edit -> changes.forEach(change -> change.accept(new PersonEdit(edit)));
        tenant.check(all);
        Delays.after(later.grant(), () -> tenant.change(all));
    }

    private Stream<PolicyName> known(PolicyKind kind) {
        return tenant.content().policies().getOrDefault(kind, Map.of()).keySet().stream();
    }

    private PolicyKind kind(String type) {
        return PolicyKind.ofType(type)
                .filter(kind -> !refused.contains(kind))
                .orElseThrow(() -> TenantEdit.invalid("Policy type '%s' is not supported.".formatted(type)));
    }
}

package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets that create, change and remove Shared Calling policies. */
record SharedCallingCmdlets(SimulatedTenant tenant) {
    private static final String NOUN = "CsTeamsSharedCallingRoutingPolicy";

    void serve(CmdletTable cmdlets) {
        var members = NOUN + " -Identity -ResourceAccount -EmergencyNumbers -Description";
        cmdlets.on("New-" + members, this::create)
                .does("Set-" + members, parameters -> put(changed(found(parameters), parameters)))
                .does("Remove-" + NOUN + " -Identity", parameters -> {
                    var found = found(parameters);
                    tenant.change(edit -> new SharedCallingEdit(edit).remove(found));
                });
    }

    private Stream<ObjectNode> create(ObjectNode parameters) {
        var name = name(parameters);
        if (find(name).isPresent()) {
            throw CmdletError.of("Conflict", "A policy with the identity %s already exists.".formatted(name));
        }
        put(changed(new Policy.SharedCalling(name, Optional.empty(), List.of(), ""), parameters));
        return tenant.state().policies(PolicyKind.SHARED_CALLING).stream()
                .filter(document -> name.equals(new PolicyName(WireJson.text(document, "Identity"))))
                .map(document -> DocumentCmdlets.policy(PolicyKind.SHARED_CALLING, document));
    }

    private void put(Policy.SharedCalling policy) {
        tenant.change(edit -> new SharedCallingEdit(edit).put(policy));
    }

    private Policy.SharedCalling found(ObjectNode parameters) {
        var name = name(parameters);
        return find(name).orElseThrow(() -> CmdletError.noSuch(name.value()));
    }

    private Optional<Policy.SharedCalling> find(PolicyName name) {
        var known = tenant.content().policies().getOrDefault(PolicyKind.SHARED_CALLING, Map.of());
        return Optional.ofNullable(known.get(name))
                .filter(Policy.SharedCalling.class::isInstance)
                .map(Policy.SharedCalling.class::cast);
    }

    private static PolicyName name(ObjectNode parameters) {
        return new PolicyName(CmdletTable.required(parameters, "Identity"));
    }

    private static Policy.SharedCalling changed(Policy.SharedCalling before, ObjectNode parameters) {
        return new Policy.SharedCalling(
                before.name(),
                parameters.has("ResourceAccount")
                        ? Optional.of(WireJson.text(parameters, "ResourceAccount"))
                                .filter(id -> !id.isBlank())
                                .map(UserId::new)
                        : before.resourceAccount(),
                numbers(before.emergencyNumbers(), parameters.path("EmergencyNumbers")),
                parameters.has("Description") ? WireJson.text(parameters, "Description") : before.description());
    }

    /** Applies a PSListModifier: a list replaces, a hash table adds, removes or replaces. */
    private static List<PhoneNumber> numbers(List<PhoneNumber> before, JsonNode modifier) {
        if (modifier.isArray()) {
            return parsed(modifier);
        }
        for (var key : modifier.propertyNames()) {
            if (!List.of("add", "remove", "replace").contains(key)) {
                throw CmdletError.of(
                        "ParameterBindingFailed", "The key '%s' is not one of add, remove and replace.".formatted(key));
            }
        }
        var numbers = new ArrayList<>(modifier.has("replace") ? parsed(modifier.path("replace")) : before);
        numbers.addAll(parsed(modifier.path("add")));
        numbers.removeAll(parsed(modifier.path("remove")));
        return numbers;
    }

    private static List<PhoneNumber> parsed(JsonNode listed) {
        return listed.valueStream()
                .map(number -> PhoneNumber.parse(number.asString(""))
                        .orElseThrow(() -> CmdletError.of("BadRequest", "An emergency number is not valid.")))
                .toList();
    }
}

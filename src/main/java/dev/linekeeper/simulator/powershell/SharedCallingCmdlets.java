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
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cmdlets that create, change and remove Shared Calling policies. */
record SharedCallingCmdlets(SimulatedTenant tenant) {
    private static final String NOUN = "CsTeamsSharedCallingRoutingPolicy";
    private static final Set<String> PARAMETERS =
            Set.of("Identity", "ResourceAccount", "EmergencyNumbers", "Description");

    void serve(CmdletTable cmdlets) {
        cmdlets.on("New-" + NOUN, PARAMETERS, this::create)
                .on("Set-" + NOUN, PARAMETERS, this::change)
                .on("Remove-" + NOUN, Set.of("Identity"), this::remove);
    }

    private List<ObjectNode> create(ObjectNode parameters) {
        var name = name(parameters);
        if (find(name).isPresent()) {
            throw CmdletError.of("Conflict", "A policy with the identity %s already exists.".formatted(name));
        }
        var policy = changed(new Policy.SharedCalling(name, Optional.empty(), List.of(), ""), parameters);
        tenant.change(edit -> new SharedCallingEdit(edit).put(policy));
        return tenant.state().policies(PolicyKind.SHARED_CALLING).stream()
                .filter(document -> name.equals(new PolicyName(WireJson.text(document, "Identity"))))
                .map(document -> CatalogueCmdlets.print(PolicyKind.SHARED_CALLING, document))
                .toList();
    }

    private List<ObjectNode> change(ObjectNode parameters) {
        var changed = changed(found(parameters), parameters);
        tenant.change(edit -> new SharedCallingEdit(edit).put(changed));
        return List.of();
    }

    private List<ObjectNode> remove(ObjectNode parameters) {
        var found = found(parameters);
        tenant.change(edit -> new SharedCallingEdit(edit).remove(found));
        return List.of();
    }

    private Policy.SharedCalling found(ObjectNode parameters) {
        var name = name(parameters);
        return find(name).orElseThrow(() -> CmdletError.noSuch(name.value()));
    }

    private Optional<Policy.SharedCalling> find(PolicyName name) {
        return Optional.ofNullable(tenant.content().policies().get(PolicyKind.SHARED_CALLING))
                .map(policies -> policies.get(name))
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
        var numbers = new ArrayList<>(before);
        if (modifier.isArray()) {
            return parsed(modifier);
        }
        modifier.properties().forEach(entry -> {
            var listed = parsed(entry.getValue());
            switch (entry.getKey()) {
                case "add" -> numbers.addAll(listed);
                case "remove" -> numbers.removeAll(listed);
                case "replace" -> {
                    numbers.clear();
                    numbers.addAll(listed);
                }
                default ->
                    throw CmdletError.of(
                            "ParameterBindingFailed",
                            "The key '%s' is not one of add, remove and replace.".formatted(entry.getKey()));
            }
        });
        return numbers;
    }

    private static List<PhoneNumber> parsed(JsonNode listed) {
        var numbers = new ArrayList<PhoneNumber>();
        listed.forEach(number -> numbers.add(PhoneNumber.parse(number.asString(""))
                .orElseThrow(() -> CmdletError.of("BadRequest", "An emergency number is not valid."))));
        return numbers;
    }
}

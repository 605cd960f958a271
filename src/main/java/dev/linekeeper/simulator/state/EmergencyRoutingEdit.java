package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;

/** Makes and removes emergency call routing policies; one that somebody is granted stays. */
public record EmergencyRoutingEdit(TenantEdit edit) {
    private static final PolicyKind KIND = PolicyKind.EMERGENCY_CALL_ROUTING;

    public void create(PolicyName name, List<EmergencyNumber> numbers) {
        var there = numbers(name);
        if (there.isPresent()) {
            mustBe(numbers, there.get(), name);
            return;
        }
        var made = edit.policies(KIND)
                .addObject()
                .put("Identity", "Tag:" + name)
                .put("AllowEnhancedEmergencyServices", true)
                .putArray("EmergencyNumbers");
        numbers.forEach(number -> made.addObject()
                .put("EmergencyDialString", number.dialString())
                .put("EmergencyDialMask", number.dialMask())
                .put("OnlinePSTNUsage", number.usage().orElse(null)));
    }

    void remove(PolicyName name, List<EmergencyNumber> expected) {
        numbers(name).ifPresent(there -> mustBe(expected, there, name));
        remove(name);
    }

    public void remove(PolicyName name) {
        boolean granted = edit.content().users().stream()
                .flatMap(users -> users.values().stream())
                .anyMatch(user -> user.grants()
                        .known()
                        .filter(grants -> name.equals(grants.get(KIND)))
                        .isPresent());
        if (granted) {
            throw TenantEdit.conflict("The policy %s is still assigned to people".formatted(name));
        }
        edit.policies(KIND).removeIf(document -> name.equals(new PolicyName(WireJson.text(document, "Identity"))));
    }

    private Optional<List<EmergencyNumber>> numbers(PolicyName name) {
        return Optional.ofNullable(edit.known(KIND).get(name))
                .map(policy -> policy instanceof Policy.EmergencyCallRouting it ? it.numbers() : List.of());
    }

    private static void mustBe(List<EmergencyNumber> wanted, List<EmergencyNumber> there, PolicyName name) {
        if (!there.equals(wanted)) {
            throw TenantEdit.conflict("The policy %s has other numbers".formatted(name));
        }
    }
}

package dev.linekeeper.adapter.powershell;

import dev.linekeeper.adapter.powershell.host.Cmdlet;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which policies apply to a resource account, from whatever the module tells. */
record AccountPolicies(PowerShell powerShell, Clock clock) {
    /**
     * A kind that is not listed has nothing assigned, so Global applies. Without the list, which older modules and government
     * clouds do not print, the cmdlet for one account is asked, then the columns of direct grants.
     */
    Map<PolicyKind, Fact<Assignment>> of(UserId id, Optional<JsonCursor> user) {
        if (user.isEmpty()) {
            return Map.of();
        }
        var listed = user.get().at("EffectivePolicyAssignments");
        Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
        try {
            var effective =
                    listed.empty() ? powerShell.run(Cmdlet.READ_USER_POLICIES, Map.of("Identity", id.value())) : listed;
            for (var kind : PolicyKind.values()) {
                policies.put(kind, known(new Assignment.Inherited()));
            }
            policies.putAll(ListedKinds.of(
                    effective,
                    entry -> factOf(() -> listed.empty() ? winning(entry) : assignment(entry.at("PolicyAssignment")))));
            return policies;
        } catch (BackendFailure unknown) {
            policies.clear();
            for (var kind : PolicyKind.values()) {
                var column = user.get().at(kind.type());
                if (!column.empty()) {
                    policies.put(kind, factOf(() -> direct(column.at("Name").policyName())));
                }
            }
            return policies;
        }
    }

    /** The first source of an effective policy wins. */
    private static Assignment winning(JsonCursor effective) {
        var source = effective.at("PolicySource").list(Function.identity()).stream()
                .findFirst()
                .orElseThrow(() -> effective.at("PolicySource").wrong("a list with a source"));
        var name = source.at("PolicyName").policyName();
        return source.at("AssignmentType").text().equalsIgnoreCase("Direct")
                ? direct(name)
                : new Assignment.ByGroup(
                        name, new GroupId(source.at("Reference").text()));
    }

    private static Assignment direct(PolicyName name) {
        return new Assignment.Direct(
                name, Fact.missing("Teams PowerShell reports only the policy in effect, not what is beneath"));
    }

    private static Assignment assignment(JsonCursor assigned) {
        var name = assigned.at("DisplayName").policyName();
        var type = assigned.at("AssignmentType");
        return switch (type.text().toLowerCase(Locale.ROOT)) {
            case "direct" -> direct(name);
            case "group" ->
                new Assignment.ByGroup(name, new GroupId(assigned.at("GroupId").text()));
            default -> throw type.wrong("direct or group");
        };
    }

    private Fact<Assignment> factOf(Supplier<Assignment> reading) {
        try {
            return known(reading.get());
        } catch (BackendFailure unreadable) {
            return Fact.missing("Teams PowerShell: %s".formatted(unreadable.getMessage()));
        }
    }

    private Fact<Assignment> known(Assignment value) {
        return new Fact.Known<>(value, PowerShell.SOURCE, clock.instant());
    }
}

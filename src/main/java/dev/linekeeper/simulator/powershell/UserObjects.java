package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People and resource accounts in the output of {@code Get-CsOnlineUser}; what a document leaves out is not there. */
public record UserObjects(SimulatedTenant tenant) {
    /** Members by their name in documents. */
    private static final Map<String, String> MEMBERS = Map.of(
            "userPrincipalName", "UserPrincipalName",
            "displayName", "DisplayName",
            "accountEnabled", "AccountEnabled",
            "usageLocation", "UsageLocation",
            "isEnterpriseVoiceEnabled", "EnterpriseVoiceEnabled",
            "featureTypes", "FeatureTypes",
            "userValidationErrors", "UserValidationErrors");

    Optional<ObjectNode> find(UserId id) {
        var state = tenant.state();
        return state.user(id).map(this::person).or(() -> state.account(id).map(this::account));
    }

    public List<ObjectNode> people() {
        return tenant.state().listed("users").stream().map(this::person).toList();
    }

    List<ObjectNode> accounts() {
        return tenant.state().listed("resourceAccounts").stream()
                .map(this::account)
                .toList();
    }

    private ObjectNode person(ObjectNode document) {
        var user = user(document);
        if (document.hasNonNull("accountType")) {
            user.put("AccountType", WireJson.pascal(WireJson.text(document, "accountType")));
        }
        if (document.path("telephoneNumbers").isArray()) {
            user.put(
                    "LineUri",
                    WireJson.objects(document.get("telephoneNumbers")).stream()
                            .filter(line -> line.path("assignmentCategory")
                                    .asString("primary")
                                    .equalsIgnoreCase("primary"))
                            .findFirst()
                            .map(line -> address(line.get("telephoneNumber")))
                            .orElse(null));
        }
        return user;
    }

    private ObjectNode account(ObjectNode document) {
        var user = user(document).put("AccountType", "ResourceAccount");
        if (document.has("telephoneNumber")) {
            user.put("EnterpriseVoiceEnabled", document.hasNonNull("telephoneNumber"))
                    .put("LineUri", address(document.get("telephoneNumber")));
        }
        return user;
    }

    /** {@code tel:+14255550100}; null for none. */
    static @Nullable String address(@Nullable JsonNode number) {
        return number == null || number.isNull() ? null : "tel:" + number.asString();
    }

    private ObjectNode user(ObjectNode document) {
        var id = new UserId(WireJson.text(document, "id"));
        var user = WireJson.object().put("Identity", id.value()).put("PropertyWeDoNotKnow", "yet");
        MEMBERS.forEach((member, name) -> {
            if (document.has(member)) {
                user.set(name, document.get(member));
            }
        });
        if (document.path("assignedPlans").isArray()) {
            WireJson.objects(document.get("assignedPlans")).stream()
                    .map(CmdletTable::pascal)
                    .forEach(user.putArray("AssignedPlan")::add);
        }
        columns(user, tenant.policies(id));
        tenant.reported(id)
                .ifPresent(all -> WireJson.objects(all).stream()
                        .map(CmdletTable::pascal)
                        .forEach(user.putArray("EffectivePolicyAssignments")::add));
        return user;
    }

    /** A column for each type, with the direct grant or null. */
    private static void columns(ObjectNode user, Map<PolicyKind, Fact<Assignment>> policies) {
        policies.forEach((kind, fact) -> {
            if (fact.known().orElse(null) instanceof Assignment.Direct(var policy, _)) {
                user.putObject(kind.type()).put("Authority", "Tenant").put("Name", policy.value());
            } else {
                user.putNull(kind.type());
            }
        });
    }
}

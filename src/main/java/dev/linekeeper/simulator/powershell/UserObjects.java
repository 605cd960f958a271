package dev.linekeeper.simulator.powershell;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.SimulatedTenant;
import dev.linekeeper.simulator.state.TenantState;
import dev.linekeeper.simulator.state.WireJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People and resource accounts in the output of {@code Get-CsOnlineUser}; what a document leaves out is not there. */
public record UserObjects(SimulatedTenant tenant) {
    /** What is printed as it is. */
    private static final List<String> MEMBERS = List.of(
            "userPrincipalName",
            "displayName",
            "accountEnabled",
            "usageLocation",
            "featureTypes",
            "userValidationErrors");

    Optional<ObjectNode> find(UserId id) {
        return tenant.state().holder(id).map(this::person);
    }

    public Stream<ObjectNode> people() {
        return tenant.state().listed("users").stream().map(this::person);
    }

    Stream<ObjectNode> accounts() {
        return tenant.state().listed(TenantState.ACCOUNTS).stream()
                .map(TenantState::asPerson)
                .map(this::person);
    }

    /** {@code tel:+14255550100}; null for none. */
    static @Nullable String address(@Nullable JsonNode number) {
        return number == null || number.isNull() ? null : "tel:" + number.asString();
    }

    private ObjectNode person(ObjectNode document) {
        var id = new UserId(WireJson.text(document, "id"));
        var user = WireJson.object().put("Identity", id.value()).put("PropertyWeDoNotKnow", "yet");
        MEMBERS.stream()
                .filter(document::has)
                .forEach(member -> user.set(WireJson.pascal(member), document.get(member)));
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
        if (document.has("isEnterpriseVoiceEnabled")) {
            user.set("EnterpriseVoiceEnabled", document.get("isEnterpriseVoiceEnabled"));
        }
        if (document.path("assignedPlans").isArray()) {
            list(user, "AssignedPlan", document.get("assignedPlans"));
        }
        tenant.policies(id).forEach((kind, fact) -> {
            // A column for each type, with the direct grant or null.
            if (fact.known().orElse(null) instanceof Assignment.Direct(var policy, _)) {
                user.putObject(kind.type()).put("Authority", "Tenant").put("Name", policy.value());
            } else {
                user.putNull(kind.type());
            }
        });
        tenant.reported(id).ifPresent(all -> list(user, "EffectivePolicyAssignments", all));
        return user;
    }

    private static void list(ObjectNode user, String name, JsonNode all) {
        var printed = user.putArray(name);
        WireJson.objects(all).forEach(each -> printed.add(CmdletTable.pascal(each)));
    }
}

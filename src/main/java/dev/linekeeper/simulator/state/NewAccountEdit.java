package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.ResourceAccount.Application;
import java.util.UUID;

/** Makes resource accounts of auto attendants, as the service does: a principal name has one owner. */
public record NewAccountEdit(TenantEdit edit) {
    private static final String NAME = "userPrincipalName";

    public void create(String userPrincipalName, String displayName) {
        for (var account : edit.all(TenantState.ACCOUNTS)) {
            if (AnyCase.same(WireJson.text(account, NAME), userPrincipalName)) {
                if (Application.of(WireJson.text(account, "applicationId")) != Application.AUTO_ATTENDANT) {
                    throw TenantEdit.conflict("%s is another application's".formatted(userPrincipalName));
                }
                return;
            }
        }
        if (edit.all(TenantState.USERS).stream()
                .anyMatch(user -> AnyCase.same(WireJson.text(user, NAME), userPrincipalName))) {
            throw TenantEdit.conflict("%s already exists".formatted(userPrincipalName));
        }
        var made = edit.added(TenantState.ACCOUNTS, UUID.randomUUID().toString())
                .put(NAME, userPrincipalName)
                .put("displayName", displayName)
                .put("applicationId", Application.AUTO_ATTENDANT.id())
                .put("accountEnabled", false)
                .putNull("usageLocation")
                .putNull("telephoneNumber");
        made.putArray("assignedPlans");
        made.putArray("policyGrants");
        made.putArray("associations");
    }
}

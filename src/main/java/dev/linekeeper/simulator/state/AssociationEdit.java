package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.UserId;

/** Changes what answers calls to a resource account; nothing may, or one auto attendant that exists. */
public record AssociationEdit(TenantEdit edit) {
    private static final String ACCOUNTS = "applicationInstances";

    public void associate(UserId account, String attendant) {
        var stored = edit.content()
                .account(account)
                .orElseThrow(() -> TenantEdit.notFound("There is no account %s".formatted(account)));
        var held = FileTenant.needed(stored.account().associations());
        if (held.stream().anyMatch(it -> it.configurationId().equalsIgnoreCase(attendant))) {
            return;
        }
        if (!held.isEmpty()) {
            throw TenantEdit.conflict("The account %s is associated already".formatted(account));
        }
        var answering = WireJson.objects(edit.section("autoAttendants")).stream()
                .filter(it -> WireJson.text(it, "id").equalsIgnoreCase(attendant))
                .findFirst()
                .orElseThrow(() -> TenantEdit.notFound("There is no auto attendant %s".formatted(attendant)));
        edit.holder(account)
                .putArray("associations")
                .addObject()
                .put("configurationType", "AutoAttendant")
                .put("configurationId", WireJson.text(answering, "id"));
        answering.withArrayProperty(ACCOUNTS).add(account.value());
    }

    public void dissociate(UserId account) {
        edit.holder(account).putArray("associations");
        for (var attendant : WireJson.objects(edit.section("autoAttendants"))) {
            attendant.withArrayProperty(ACCOUNTS).removeIf(it -> it.asString("").equalsIgnoreCase(account.value()));
        }
    }
}

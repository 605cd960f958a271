package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.service.tenant.VoiceApplications;
import java.util.List;

record FileVoiceApplications(FileTenant tenant) implements VoiceApplications {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public List<ResourceAccount> resourceAccounts() {
        return tenant.part(TenantContent::accounts, "resourceAccounts").values().stream()
                .map(tenant::account)
                .toList();
    }

    @Override
    public List<AutoAttendant> autoAttendants() {
        return tenant.part(TenantContent::autoAttendants, "autoAttendants");
    }
}

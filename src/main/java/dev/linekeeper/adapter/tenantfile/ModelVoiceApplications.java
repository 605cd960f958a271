package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.AutoAttendant;
import dev.linekeeper.core.tenant.ResourceAccount;
import dev.linekeeper.service.tenant.VoiceApplications;
import java.util.List;

record ModelVoiceApplications(TenantModel model) implements VoiceApplications {
    @Override
    public String source() {
        return Spot.SOURCE;
    }

    @Override
    public List<ResourceAccount> resourceAccounts() {
        return TenantModel.section(model.content().accounts(), "resourceAccounts").values().stream()
                .map(model::account)
                .toList();
    }

    @Override
    public List<AutoAttendant> autoAttendants() {
        return TenantModel.section(model.content().autoAttendants(), "autoAttendants");
    }
}

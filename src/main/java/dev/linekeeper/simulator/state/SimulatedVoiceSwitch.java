package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFileJson;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.WriteReceipt;

record SimulatedVoiceSwitch(SimulatedTenant model) implements EnterpriseVoiceSwitch {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public WriteReceipt set(UserId person, boolean on, ChangeKey key) {
        model.change(content -> {
            var edit = new TenantEdit(content, model.stamp());
            var user = edit.user(person);
            if (on) {
                LicenceChecks.mayHaveVoice(user.entry().plans(), user.entry().userPrincipalName());
            }
            return FileTenant.needed(user.voiceOn()) == on
                    ? content
                    : edit.replace(user.withVoice(edit.known(on))).content();
        });
        return new WriteReceipt.AcceptedWrite();
    }
}

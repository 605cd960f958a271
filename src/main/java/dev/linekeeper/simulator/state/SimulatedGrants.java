package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.TenantFileJson;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.function.Consumer;

/** The voice switch and the policy grants of a tenant that changes. */
record SimulatedGrants(SimulatedTenant tenant) implements EnterpriseVoiceSwitch, PolicyGrants {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public WriteReceipt set(UserId person, boolean on, ChangeKey key) {
        return changed(edit -> edit.setVoice(person, on));
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        return changed(edit -> edit.grant(person, kind, policy));
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        return changed(edit -> edit.revoke(person, kind));
    }

    private WriteReceipt changed(Consumer<PersonEdit> change) {
        tenant.change(edit -> change.accept(new PersonEdit(edit)));
        return new WriteReceipt.AcceptedWrite();
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.WriteReceipt;

/** The voice switch and the policy grants of a tenant file: every write fails as unsupported. */
record RefusedChanges() implements EnterpriseVoiceSwitch, PolicyGrants {
    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public WriteReceipt set(UserId person, boolean on, ChangeKey key) {
        throw refusal();
    }

    @Override
    public WriteReceipt grant(UserId person, PolicyKind kind, PolicyName policy, ChangeKey key) {
        throw refusal();
    }

    @Override
    public WriteReceipt revoke(UserId person, PolicyKind kind, ChangeKey key) {
        throw refusal();
    }

    static BackendFailure refusal() {
        return new BackendFailure(FailureKind.UNSUPPORTED, "A tenant file is read, never changed");
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;

/** The voice switch, the policy grants and the policies of a tenant file: every write fails as unsupported. */
record RefusedChanges() implements EnterpriseVoiceSwitch, PolicyGrants, SharedCallingPolicies {
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

    @Override
    public WriteReceipt create(Policy.SharedCalling policy, ChangeKey key) {
        throw refusal();
    }

    @Override
    public WriteReceipt change(Policy.SharedCalling expected, Policy.SharedCalling wanted, ChangeKey key) {
        throw refusal();
    }

    @Override
    public WriteReceipt remove(Policy.SharedCalling expected, ChangeKey key) {
        throw refusal();
    }

    static BackendFailure refusal() {
        return new BackendFailure(FailureKind.UNSUPPORTED, "A tenant file is read, never changed");
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.EnterpriseVoiceSwitch;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.SharedCallingPolicies;
import dev.linekeeper.service.tenant.WriteReceipt;

/** The voice switch, the grants to people and groups and the policies of a tenant file: every write fails as unsupported. */
record RefusedChanges(FileTenant tenant)
        implements EnterpriseVoiceSwitch, PolicyGrants, SharedCallingPolicies, GroupGrants {
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

    @Override
    public GroupGrantList granted(PolicyKind kind) {
        var all = tenant.part(TenantContent::groupGrants, "groupPolicyAssignments");
        return new GroupGrantList(
                all.read().stream().filter(grant -> grant.kind() == kind).toList(),
                all.odd().stream()
                        .filter(odd -> odd.kind().orElse(kind) == kind)
                        .toList());
    }

    @Override
    public WriteReceipt grant(GroupId group, PolicyKind kind, PolicyName policy, int rank, ChangeKey key) {
        throw refusal();
    }

    @Override
    public WriteReceipt revoke(GroupId group, PolicyKind kind, ChangeKey key) {
        throw refusal();
    }

    static BackendFailure refusal() {
        return new BackendFailure(FailureKind.UNSUPPORTED, "A tenant file is read, never changed");
    }
}

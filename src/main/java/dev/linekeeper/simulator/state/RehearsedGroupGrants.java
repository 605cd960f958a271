package dev.linekeeper.simulator.state;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.WriteReceipt;

/** The policies of groups in a rehearsal. */
record RehearsedGroupGrants(SimulatedTenant tenant, GroupGrants reading) implements GroupGrants {
    @Override
    public String source() {
        return reading.source();
    }

    @Override
    public GroupGrantList granted(PolicyKind kind) {
        return reading.granted(kind);
    }

    @Override
    public WriteReceipt grant(GroupId group, PolicyKind kind, PolicyName policy, int rank, ChangeKey key) {
        return tenant.written(edit -> new GroupEdit(edit).grant(group, kind, policy, rank));
    }

    @Override
    public WriteReceipt revoke(GroupId group, PolicyKind kind, ChangeKey key) {
        return granted(kind).read().stream().anyMatch(grant -> grant.group().equals(group))
                ? tenant.written(edit -> new GroupEdit(edit).revoke(group, kind))
                : new WriteReceipt.NothingToWrite();
    }
}

package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.util.ArrayList;
import java.util.List;

/** Changes which groups have which policy; ranks of a kind are numbered from 1 without gaps. */
public record GroupEdit(TenantEdit edit) {
    private static final String SECTION = "groupPolicyAssignments";
    /** The most groups with a policy of one kind. */
    private static final int MOST = 64;

    /** Puts the group at that rank; those behind it move down. */
    public void grant(GroupId group, PolicyKind kind, PolicyName policy, int rank) {
        if (kind == PolicyKind.DIAL_OUT) {
            throw new BackendFailure(FailureKind.UNSUPPORTED, "%s cannot be granted to groups".formatted(kind.type()));
        }
        if (!FileTenant.section(edit.content().groups(), "groups").containsKey(group)) {
            throw TenantEdit.notFound("No group has the id %s".formatted(group));
        }
        var wanted = new GroupGrant(group, kind, edit.policy(kind, policy).name(), rank);
        var grants = granted(kind);
        for (var grant : grants) {
            if (grant.equals(wanted)) {
                return;
            }
            if (grant.group().equals(group)) {
                throw TenantEdit.conflict("The group %s is already assigned %s at rank %d"
                        .formatted(group, grant.policy(), grant.rank()));
            }
        }
        if (rank < 1 || rank > grants.size() + 1) {
            throw TenantEdit.invalid("The rank must be from 1 to %d".formatted(grants.size() + 1));
        }
        if (grants.size() == MOST) {
            throw TenantEdit.conflict("%d groups are already assigned a %s".formatted(MOST, kind.type()));
        }
        grants.add(rank - 1, wanted);
        write(kind, grants);
    }

    /** Fails when the group has no policy of the kind. */
    public void revoke(GroupId group, PolicyKind kind) {
        var grants = granted(kind);
        if (!grants.removeIf(grant -> grant.group().equals(group))) {
            throw TenantEdit.notFound(group.value());
        }
        write(kind, grants);
    }

    private List<GroupGrant> granted(PolicyKind kind) {
        return new ArrayList<>(FileTenant.section(edit.content().groupGrants(), SECTION).read().stream()
                .filter(grant -> grant.kind() == kind)
                .toList());
    }

    private void write(PolicyKind kind, List<GroupGrant> grants) {
        var section = edit.section(SECTION);
        section.removeIf(grant -> WireJson.text(grant, "policyType").equalsIgnoreCase(kind.type()));
        for (int at = 0; at < grants.size(); at++) {
            section.addObject()
                    .put("groupId", grants.get(at).group().value())
                    .put("policyType", kind.type())
                    .put("policyName", grants.get(at).policy().value())
                    .put("rank", at + 1);
        }
    }
}

package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFileJson;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.GroupGrant;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.service.tenant.WriteReceipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Policy grants to groups; ranks of a kind are numbered from 1 without gaps. */
record SimulatedGroupGrants(SimulatedTenant model) implements GroupGrants {
    /** The most groups with a policy of one kind. */
    private static final int MOST = 64;

    @Override
    public String source() {
        return TenantFileJson.SOURCE;
    }

    @Override
    public List<GroupGrant> granted(PolicyKind kind) {
        return of(kind, all(model.content()));
    }

    @Override
    public WriteReceipt grant(GroupId group, PolicyKind kind, PolicyName policy, int rank, ChangeKey key) {
        if (kind == PolicyKind.DIAL_OUT) {
            throw new BackendFailure(FailureKind.UNSUPPORTED, "%s cannot be granted to groups".formatted(kind.type()));
        }
        model.change(content -> {
            if (!FileTenant.section(content.groups(), "groups").containsKey(group)) {
                throw TenantEdit.notFound("No group has the id %s".formatted(group));
            }
            var exact = new TenantEdit(content, model.stamp())
                    .policies(kind).keySet().stream()
                            .filter(policy::equals)
                            .findFirst()
                            .orElseThrow(
                                    () -> TenantEdit.invalid("There is no %s named %s".formatted(kind.type(), policy)));
            return content.withGroupGrants(
                    changed(kind, all(content), grants -> inserted(grants, new GroupGrant(group, kind, exact, rank))));
        });
        return new WriteReceipt.AcceptedWrite();
    }

    @Override
    public WriteReceipt revoke(GroupId group, PolicyKind kind, ChangeKey key) {
        model.change(content -> content.withGroupGrants(changed(
                kind,
                all(content),
                grants -> grants.stream()
                        .filter(grant -> !grant.group().equals(group))
                        .toList())));
        return new WriteReceipt.AcceptedWrite();
    }

    private static List<GroupGrant> inserted(List<GroupGrant> grants, GroupGrant wanted) {
        for (var grant : grants) {
            if (grant.equals(wanted)) {
                return grants;
            }
            if (grant.group().equals(wanted.group())) {
                throw TenantEdit.conflict("The group %s is already assigned %s at rank %d"
                        .formatted(grant.group(), grant.policy(), grant.rank()));
            }
        }
        if (wanted.rank() < 1 || wanted.rank() > grants.size() + 1) {
            throw TenantEdit.invalid("The rank must be from 1 to %d".formatted(grants.size() + 1));
        }
        if (grants.size() == MOST) {
            throw TenantEdit.conflict("%d groups are already assigned a %s"
                    .formatted(MOST, wanted.kind().type()));
        }
        var all = new ArrayList<>(grants);
        all.add(wanted.rank() - 1, wanted);
        return all;
    }

    /** The list with the grants of one kind changed and renumbered from 1. */
    private static List<GroupGrant> changed(
            PolicyKind kind, List<GroupGrant> all, UnaryOperator<List<GroupGrant>> change) {
        var before = of(kind, all);
        var after = change.apply(before);
        if (after.equals(before)) {
            return all;
        }
        var numbered = new ArrayList<GroupGrant>();
        for (var grant : after) {
            numbered.add(new GroupGrant(grant.group(), kind, grant.policy(), numbered.size() + 1));
        }
        return Stream.concat(all.stream().filter(grant -> grant.kind() != kind), numbered.stream())
                .toList();
    }

    private static List<GroupGrant> of(PolicyKind kind, List<GroupGrant> all) {
        return all.stream()
                .filter(grant -> grant.kind() == kind)
                .sorted(Comparator.comparingInt(GroupGrant::rank))
                .toList();
    }

    private static List<GroupGrant> all(TenantContent content) {
        return FileTenant.section(content.groupGrants(), "groupPolicyAssignments");
    }
}

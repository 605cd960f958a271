package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.service.tenant.GroupGrants;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.Comparator;
import java.util.List;

/** What groups are granted, as the file has it. */
public record ModelGroupGrants(TenantModel model) implements GroupGrants {
    @Override
    public String source() {
        return Spot.SOURCE;
    }

    @Override
    public List<dev.linekeeper.core.tenant.GroupGrant> granted(PolicyKind kind) {
        return TenantModel.section(model.content().groupGrants(), "groupPolicyAssignments").stream()
                .filter(grant -> grant.kind() == kind)
                .map(grant -> new dev.linekeeper.core.tenant.GroupGrant(grant.group(), grant.kind(), grant.policy(), grant.rank()))
                .sorted(Comparator.comparingInt(dev.linekeeper.core.tenant.GroupGrant::rank))
                .toList();
    }
}

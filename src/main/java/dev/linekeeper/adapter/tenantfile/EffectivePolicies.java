package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupGrant;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * The policies in effect: the direct grant, else that of the group with the lowest rank of which the person is a direct
 * member, else Global (<a href="https://learn.microsoft.com/microsoftteams/policy-assignment-overview">precedence</a>).
 */
record EffectivePolicies(TenantContent content, ReadingTime stamp) {
    Map<PolicyKind, Fact<Assignment>> of(UserId holder, Fact<Map<PolicyKind, PolicyName>> grants) {
        var all = new EnumMap<PolicyKind, Fact<Assignment>>(PolicyKind.class);
        for (var kind : PolicyKind.values()) {
            var beneath = withoutGrant(holder, kind);
            all.put(kind, stamp.on(grants).flatMap(direct -> {
                var policy = direct.get(kind);
                return policy == null ? beneath : stamp.known(new Assignment.Direct(policy, beneath));
            }));
        }
        return all;
    }

    private Fact<Assignment> withoutGrant(UserId holder, PolicyKind kind) {
        if (content.groupGrants().isEmpty()) {
            return Fact.missing("groupPolicyAssignments is not in the tenant file");
        }
        var grants = content.groupGrants().get().stream()
                .filter(grant -> grant.kind() == kind)
                .sorted(Comparator.comparingInt(GroupGrant::rank))
                .toList();
        if (grants.isEmpty()) {
            return stamp.known(new Assignment.Inherited());
        }
        if (content.groups().isEmpty()) {
            return Fact.missing("groups is not in the tenant file");
        }
        var groups = content.groups().get();
        return stamp.known(grants.stream()
                .filter(grant -> groups.containsKey(grant.group())
                        && groups.get(grant.group()).has(holder))
                .findFirst()
                .<Assignment>map(grant -> new Assignment.ByGroup(grant.policy(), grant.group()))
                .orElseGet(Assignment.Inherited::new));
    }
}

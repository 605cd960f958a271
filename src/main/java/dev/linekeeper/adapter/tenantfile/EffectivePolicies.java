package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.tenantfile.content.ReportedPolicies;
import dev.linekeeper.adapter.tenantfile.content.TenantContent;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The policies in effect: the direct grant, else that of the group with the lowest rank of which the person is a direct
 * member, else Global (<a href="https://learn.microsoft.com/microsoftteams/policy-assignment-overview">precedence</a>).
 * Where the file does not say enough for that, what it reports to be in effect.
 */
record EffectivePolicies(TenantContent content, ReadingTime stamp) {
    Map<PolicyKind, Fact<Assignment>> of(
            UserId holder, Fact<Map<PolicyKind, PolicyName>> grants, ReportedPolicies reported) {
        var all = new EnumMap<PolicyKind, Fact<Assignment>>(PolicyKind.class);
        for (var kind : PolicyKind.values()) {
            var beneath = withoutGrant(holder, kind);
            var granted = Optional.ofNullable(reported.untold().get(kind))
                    .map(Fact::<Map<PolicyKind, PolicyName>>missing)
                    .orElseGet(() -> stamp.on(grants));
            Fact<Assignment> computed = granted.flatMap(direct -> {
                var policy = direct.get(kind);
                return policy == null ? beneath : stamp.known(new Assignment.Direct(policy, beneath));
            });
            all.put(kind, computed.fold(_ -> computed, why -> effective(reported, kind, beneath, why)));
        }
        return all;
    }

    private Fact<Assignment> effective(
            ReportedPolicies reported, PolicyKind kind, Fact<Assignment> beneath, String otherwise) {
        return reported.effective()
                .fold(
                        all -> stamp.on(all.getOrDefault(kind, stamp.known(new Assignment.Inherited())))
                                .map(assigned -> assigned instanceof Assignment.Direct(var policy, _)
                                                && beneath instanceof Fact.Known<Assignment>
                                        ? new Assignment.Direct(policy, beneath)
                                        : assigned),
                        _ -> Fact.missing(otherwise));
    }

    private Fact<Assignment> withoutGrant(UserId holder, PolicyKind kind) {
        if (content.groupGrants().isEmpty()) {
            return Fact.missing(content.why("groupPolicyAssignments"));
        }
        return content.groupGrants().get().inEffect(kind, granted -> member(holder, kind, granted), stamp::known);
    }

    private Fact<Boolean> member(UserId holder, PolicyKind kind, GroupId granted) {
        if (content.groups().isEmpty()) {
            return Fact.missing(content.why("groups"));
        }
        var group = content.groups().get().get(granted);
        if (group == null) {
            return Fact.missing(
                    "The group %s, which was granted a %s, is not in the tenant file".formatted(granted, kind.type()));
        }
        return group.untold(holder).<Fact<Boolean>>map(Fact::missing).orElseGet(() -> stamp.known(group.has(holder)));
    }
}

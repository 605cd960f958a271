package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupGrant;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code users}, {@code groups} and {@code groupPolicyAssignments} in the shapes of Graph, with grants by name. */
final class PeopleSection {
    private PeopleSection() {}

    static StoredUser user(JsonCursor user) {
        return new StoredUser(
                new DirectoryEntry(
                        new UserId(user.at("id").text()),
                        user.at("userPrincipalName").text(),
                        user.at("displayName").or(user.at("userPrincipalName").text(), JsonCursor::text),
                        user.at("department").words(),
                        user.at("accountEnabled").fact(JsonCursor::flag),
                        user.at("usageLocation").fact(JsonCursor::country),
                        plans(user)),
                user.at("accountType")
                        .fact(type -> type.known(AccountType.class).orElse(AccountType.UNKNOWN)),
                user.at("featureTypes").fact(features -> Set.copyOf(features.list(JsonCursor::text))),
                user.at("isEnterpriseVoiceEnabled").fact(JsonCursor::flag),
                user.at("telephoneNumbers").fact(lines -> lines.list(PeopleSection::line)),
                grants(user),
                user.at("userValidationErrors").fact(errors -> errors.list(JsonCursor::text)),
                user.at("interpretedUserType").words());
    }

    static Fact<List<ServicePlan>> plans(JsonCursor holder) {
        return holder.at("assignedPlans")
                .fact(plans -> plans.list(plan -> new ServicePlan(
                        plan.at("servicePlanId").text(),
                        plan.at("capabilityStatus")
                                .known(ServicePlan.ServicePlanStatus.class)
                                .orElse(ServicePlan.ServicePlanStatus.UNKNOWN))));
    }

    /** Direct grants of the known policy kinds; others are skipped. */
    static Fact<Map<PolicyKind, PolicyName>> grants(JsonCursor holder) {
        return holder.at("policyGrants").fact(grants -> {
            var byKind = new EnumMap<PolicyKind, PolicyName>(PolicyKind.class);
            grants.list(grant -> {
                var kind = PolicyKind.ofType(grant.at("policyType").text());
                var name = grant.at("policyName").policyName();
                if (kind.isPresent() && byKind.put(kind.get(), name) != null) {
                    throw grant.at("policyType").wrong("one direct grant of a kind");
                }
                return name;
            });
            return byKind;
        });
    }

    static FileGroup group(JsonCursor group) {
        return new FileGroup(
                new GroupId(group.at("id").text()),
                group.at("displayName").or("", JsonCursor::text),
                Set.copyOf(group.at("members").list(member -> new GroupId(member.text()).value())));
    }

    static Optional<GroupGrant> groupGrant(JsonCursor grant) {
        var group = new GroupId(grant.at("groupId").text());
        var policy = grant.at("policyName").policyName();
        var rank = grant.at("rank").count();
        return PolicyKind.ofType(grant.at("policyType").text()).map(kind -> new GroupGrant(group, kind, policy, rank));
    }

    private static Line line(JsonCursor line) {
        var category = line.at("assignmentCategory");
        return new Line(
                line.at("telephoneNumber").phone(),
                category.or(
                        Line.Category.PRIMARY,
                        written -> written.oneOf(Line.Category.class, "primary, private or alternate")),
                grants(line).map(direct -> Optional.ofNullable(direct.get(PolicyKind.SHARED_CALLING))));
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.adapter.powershell.CatalogueReader;
import dev.linekeeper.adapter.powershell.JsonCursor;
import dev.linekeeper.adapter.powershell.ListedKinds;
import dev.linekeeper.adapter.tenantfile.content.FileGroup;
import dev.linekeeper.adapter.tenantfile.content.ReportedPolicies;
import dev.linekeeper.adapter.tenantfile.content.StoredUser;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList.OddGrant;
import dev.linekeeper.core.tenant.person.AccountType;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code users}, {@code groups} and {@code groupPolicyAssignments}. */
final class PeopleSection {
    private PeopleSection() {}

    static StoredUser user(JsonCursor user) {
        return new StoredUser(
                new DirectoryEntry(
                        new UserId(user.at("id").text()),
                        user.at("userPrincipalName").text(),
                        words(user, "displayName")
                                .orElseGet(() -> user.at("userPrincipalName").text()),
                        words(user, "department"),
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
                words(user, "interpretedUserType"),
                reported(user));
    }

    /** Text that is only shown, or empty: worth a word when it is not a text, and nothing more. */
    static Optional<String> words(JsonCursor holder, String member) {
        return Fact.present(holder.at(member).fact(JsonCursor::words));
    }

    static Fact<List<ServicePlan>> plans(JsonCursor holder) {
        return holder.at("assignedPlans").fact(CatalogueReader::plans);
    }

    /** Direct grants of the known policy kinds; others are skipped. */
    static Fact<Map<PolicyKind, PolicyName>> grants(JsonCursor holder) {
        return named(holder).map(all -> {
            var granted = new EnumMap<PolicyKind, PolicyName>(PolicyKind.class);
            all.forEach((kind, name) -> name.known().ifPresent(known -> granted.put(kind, known)));
            return granted;
        });
    }

    static ReportedPolicies reported(JsonCursor holder) {
        var untold = new EnumMap<PolicyKind, String>(PolicyKind.class);
        named(holder)
                .known()
                .orElse(Map.of())
                .forEach((kind, name) -> name.fold(Optional::of, why -> Optional.ofNullable(untold.put(kind, why))));
        return new ReportedPolicies(
                untold,
                holder.at("effectivePolicyAssignments")
                        .fact(all -> ListedKinds.of(all, one -> one.fact(PeopleSection::assignment))));
    }

    private static Fact<Map<PolicyKind, Fact<PolicyName>>> named(JsonCursor holder) {
        return holder.at("policyGrants")
                .fact(all -> ListedKinds.of(all, grant -> grant.at("policyName").fact(JsonCursor::policyName)));
    }

    /** Graph's effectivePolicyAssignment; or what Get-CsUserPolicyAssignment prints, with the winner first. */
    private static Assignment assignment(JsonCursor effective) {
        var assigned = effective.at("policyAssignment");
        var source = assigned.absent() ? effective.at("policySource").first() : assigned;
        var name = (assigned.absent() ? effective.at("policyName") : assigned.at("displayName")).policyName();
        var type = source.at("assignmentType");
        return switch (type.text().toLowerCase(Locale.ROOT)) {
            case "direct" ->
                new Assignment.Direct(
                        name, Fact.missing("the file has only the policy in effect, not what is beneath"));
            case "group" ->
                new Assignment.ByGroup(
                        name,
                        new GroupId(source.at(assigned.absent() ? "reference" : "groupId")
                                .text()));
            default -> throw type.wrong("direct or group");
        };
    }

    static FileGroup group(JsonCursor group) {
        var members = group.at("members").fact(at -> at.list(member -> member.fact(PeopleSection::groupId)));
        return new FileGroup(
                new GroupId(group.at("id").text()),
                words(group, "displayName").orElse(""),
                members.known().stream()
                        .flatMap(List::stream)
                        .flatMap(member -> member.known().stream())
                        .map(GroupId::value)
                        .collect(Collectors.toSet()),
                members.fold(
                        all -> all.stream()
                                .flatMap(member -> member.fold(_ -> Stream.<String>empty(), Stream::of))
                                .findFirst(),
                        Optional::of));
    }

    private static GroupId groupId(JsonCursor at) {
        return new GroupId(at.text());
    }

    /** A grant of a known policy kind; another is skipped, whatever it says. */
    static Optional<GroupGrant> groupGrant(JsonCursor grant) {
        return grantedKind(grant)
                .map(kind -> new GroupGrant(
                        groupId(grant.at("groupId")),
                        kind,
                        grant.at("policyName").policyName(),
                        grant.at("rank").count()));
    }

    /** What can still be said of a grant that cannot be read. */
    static OddGrant oddGrant(JsonCursor grant, String why) {
        return new OddGrant(
                grant.told(at -> groupId(at.at("groupId"))).known(),
                Fact.present(grant.told(PeopleSection::grantedKind)),
                why);
    }

    private static Optional<PolicyKind> grantedKind(JsonCursor grant) {
        return PolicyKind.ofType(grant.at("policyType").text());
    }

    private static Line line(JsonCursor line) {
        var category = line.at("assignmentCategory");
        return new Line(
                line.at("telephoneNumber").phone(),
                category.optional(written -> written.oneOf(Line.Category.class, "primary, private or alternate"))
                        .orElse(Line.Category.PRIMARY),
                Fact.flatMapPresent(
                        named(line).map(direct -> Optional.ofNullable(direct.get(PolicyKind.SHARED_CALLING))),
                        granted -> granted.map(Optional::of)));
    }
}

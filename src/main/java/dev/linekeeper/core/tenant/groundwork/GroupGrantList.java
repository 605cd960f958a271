package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Grants to groups, lowest rank first, and those that could not be read. */
public record GroupGrantList(List<GroupGrant> read, List<OddGrant> odd) {
    /**
     * How many groups can have a policy of one type
     * (<a href="https://learn.microsoft.com/microsoftteams/assign-policies-users-and-groups">Microsoft</a>).
     */
    public static final int MOST_GROUPS = 64;

    /** A grant that could not be read: of any rank, and of any group or kind where that is empty. */
    public record OddGrant(Optional<GroupId> group, Optional<PolicyKind> kind, String why) {}

    public GroupGrantList {
        read = read.stream().sorted(Comparator.comparingInt(GroupGrant::rank)).toList();
        odd = List.copyOf(odd);
    }

    /** How many ranks are taken, where all are of one kind. */
    public int places() {
        return read.size() + odd.size();
    }

    /** The last rank that a group can have, where all are of one kind: the one behind all others. */
    public int lastRank(GroupId group) {
        return (int) read.stream().filter(grant -> !grant.group().equals(group)).count() + odd.size() + 1;
    }

    /** The group's grant, where all are of one kind; empty when it has none, missing when it may be one that could not be read. */
    public static Fact<Optional<GroupGrant>> of(GroupId group, Fact<GroupGrantList> grants) {
        return grants.flatMap(list -> list.odd.stream()
                .filter(odd -> odd.group().orElse(group).equals(group))
                .findFirst()
                .map(odd -> Fact.<Optional<GroupGrant>>missing(odd.why()))
                .orElseGet(() -> grants.map(_ -> list.read.stream()
                        .filter(grant -> grant.group().equals(group))
                        .findFirst())));
    }

    /**
     * What somebody has without a direct grant: that of the lowest rank, else Global. Missing where a grant that could
     * not be read may be theirs.
     *
     * @param member whether they are directly in a group
     * @param known makes a fact of the answer
     */
    public Fact<Assignment> inEffect(
            PolicyKind kind, Function<GroupId, Fact<Boolean>> member, Function<Assignment, Fact<Assignment>> known) {
        for (var grant : odd) {
            if (grant.kind().orElse(kind) == kind
                    && grant.group()
                            .flatMap(group -> member.apply(group).known())
                            .orElse(true)) {
                return Fact.missing(grant.why());
            }
        }
        for (var grant : read) {
            if (grant.kind() == kind) {
                var inside = member.apply(grant.group());
                if (inside.known().orElse(true)) {
                    return inside.flatMap(_ -> known.apply(new Assignment.ByGroup(grant.policy(), grant.group())));
                }
            }
        }
        return known.apply(new Assignment.Inherited());
    }
}

package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Policies granted to groups; it may take a day until members have them. Only Teams PowerShell can tell and grant. */
public interface GroupGrants extends Backend {
    /** A grant that could not be read: of any rank, and of any group or kind where that is empty. */
    record OddGrant(Optional<GroupId> group, Optional<PolicyKind> kind, String why) {}

    /** Grants, lowest rank first, and those that could not be read. */
    record GroupGrantList(List<GroupGrant> read, List<OddGrant> odd) {
        public GroupGrantList {
            read = read.stream()
                    .sorted(Comparator.comparingInt(GroupGrant::rank))
                    .toList();
            odd = List.copyOf(odd);
        }

        /**
         * What somebody has without a direct grant: that of the lowest rank, else Global. Missing where a grant that could
         * not be read may be theirs.
         *
         * @param member whether they are directly in a group
         * @param known makes a fact of the answer
         */
        public Fact<Assignment> inEffect(
                PolicyKind kind,
                Function<GroupId, Fact<Boolean>> member,
                Function<Assignment, Fact<Assignment>> known) {
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

    /** The grants of a kind. */
    GroupGrantList granted(PolicyKind kind);

    /** The grants of every kind. */
    default GroupGrantList all() {
        var each = Stream.of(PolicyKind.values()).map(this::granted).toList();
        return new GroupGrantList(
                each.stream().flatMap(list -> list.read().stream()).toList(),
                each.stream().flatMap(list -> list.odd().stream()).toList());
    }

    /**
     * Grants a policy to a group; grants from {@code rank} on move one down. Harmless when it stands already; a
     * conflict when the group has another policy of the kind, or this one at another rank: take that away first.
     *
     * @param rank from 1 to one more than there are grants of the kind
     */
    WriteReceipt grant(GroupId group, PolicyKind kind, PolicyName policy, int rank, ChangeKey key);

    /** Takes a grant away, and those behind it move one up. Harmless when there is none. */
    WriteReceipt revoke(GroupId group, PolicyKind kind, ChangeKey key);
}

package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Tenant.Groundwork;
import dev.linekeeper.core.tenant.Tenant.Groundwork.GroundworkKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of the policy of one kind that a group has, both ways the same: what is granted to it before and after, empty for
 * nothing. One of the two is empty in every step: what the service does for a group that has a policy of the kind already is
 * documented nowhere, so it is taken away first.
 */
public record GroupGrantChange(GroupId group, Optional<GroupGrant> before, Optional<GroupGrant> after) {
    /** A group by its object id, so that two requests about it are never open together. */
    public static Groundwork subject(GroupId group) {
        return new Groundwork(GroundworkKind.GROUP, group.value());
    }

    /** The grants of the kind once it is made: those behind a grant that goes move up, those from a new one's rank on move down. */
    public GroupGrantList madeIn(GroupGrantList now) {
        Optional<GroupGrant> gone =
                now.read().stream().filter(grant -> grant.group().equals(group)).findFirst();
        List<GroupGrant> others = now.read().stream()
                .filter(grant -> !grant.group().equals(group))
                .map(grant -> grant.at(rank(grant, gone)))
                .toList();
        return new GroupGrantList(Stream.concat(others.stream(), after.stream()).toList(), now.odd());
    }

    private int rank(GroupGrant other, Optional<GroupGrant> gone) {
        int up = gone.filter(it -> it.rank() < other.rank()).isPresent() ? other.rank() - 1 : other.rank();
        return after.filter(added -> added.rank() <= up).isPresent() ? up + 1 : up;
    }

    /** The changes it is made of, each of which one cmdlet makes. */
    public List<GroupGrantChange> parts() {
        return before.isPresent() && after.isPresent()
                ? List.of(
                        new GroupGrantChange(group, before, Optional.empty()),
                        new GroupGrantChange(group, Optional.empty(), after))
                : List.of(this);
    }
}

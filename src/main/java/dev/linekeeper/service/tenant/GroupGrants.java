package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import java.util.stream.Stream;

/** Policies granted to groups; it may take a day until members have them. Only Teams PowerShell can tell and grant. */
public interface GroupGrants extends Backend {
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

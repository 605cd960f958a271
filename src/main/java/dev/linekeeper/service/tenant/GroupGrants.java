package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Policies granted to groups; it may take a day until members have them. Only Teams PowerShell can tell and grant. */
public interface GroupGrants extends Backend {
    /** The grants of a kind, lowest rank first: that one wins. */
    List<GroupGrant> granted(PolicyKind kind);

    /** The grants of every kind, each list as {@link #granted} gives it. */
    default Map<PolicyKind, List<GroupGrant>> all() {
        Map<PolicyKind, List<GroupGrant>> all = new EnumMap<>(PolicyKind.class);
        for (var kind : PolicyKind.values()) {
            all.put(kind, granted(kind));
        }
        return all;
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

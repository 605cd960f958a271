package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import java.util.Set;

/**
 * A group of the file.
 *
 * @param members object ids of people, accounts and nested groups
 */
public record Group(GroupId id, String displayName, Set<String> members) {
    public Group {
        members = Set.copyOf(members);
    }

    /** Whether somebody is in the group itself; being in a nested group does not count for policies. */
    public boolean has(UserId direct) {
        return members.contains(direct.value());
    }
}

package dev.linekeeper.core.groups;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.Optional;

/** What somebody wishes of the Shared Calling policy of a group. */
public sealed interface GroupWish {
    GroupId group();

    PolicyName policy();

    /**
     * That the group has it, whichever it has now.
     *
     * @param rank from 1, which comes before all others; empty for the one the group has, else the next that is free
     */
    record GroupGets(GroupId group, PolicyName policy, Optional<Integer> rank) implements GroupWish {}

    /** That the group has it no longer. */
    record GroupLoses(GroupId group, PolicyName policy) implements GroupWish {}
}

package dev.linekeeper.core.groups;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrantChange;
import java.util.Optional;

/** What somebody wishes of the Shared Calling policy of a group. */
public sealed interface GroupWish {
    GroupId group();

    PolicyName policy();

    /** Whether a change of the group's policy does just that. */
    boolean isIn(GroupGrantChange change);

    /**
     * That the group has it, whichever it has now.
     *
     * @param rank from 1, which comes before all others; empty for the one the group has, else the next that is free
     */
    record GroupGets(GroupId group, PolicyName policy, Optional<Integer> rank) implements GroupWish {
        @Override
        public boolean isIn(GroupGrantChange change) {
            return change.after()
                    .filter(grant -> grant.policy().equals(policy)
                            && rank.filter(wanted -> wanted != grant.rank()).isEmpty())
                    .isPresent();
        }
    }

    /** That the group has it no longer. */
    record GroupLoses(GroupId group, PolicyName policy) implements GroupWish {
        @Override
        public boolean isIn(GroupGrantChange change) {
            return change.after().isEmpty()
                    && change.before()
                            .filter(grant -> grant.policy().equals(policy))
                            .isPresent();
        }
    }
}

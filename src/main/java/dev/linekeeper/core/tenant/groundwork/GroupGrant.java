package dev.linekeeper.core.tenant.groundwork;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;

/**
 * A policy granted to a group. It holds for direct members alone, and among several of a kind the lowest rank wins
 * (<a href="https://learn.microsoft.com/microsoftteams/assign-policies-users-and-groups">assigning policies</a>).
 */
public record GroupGrant(GroupId group, PolicyKind kind, PolicyName policy, int rank) {
    /** The policy and its rank as the cmdlet has it, such as {@code London, Rank 2}. */
    public String text() {
        return "%s, Rank %d".formatted(policy, rank);
    }

    /** The same grant at another rank. */
    GroupGrant at(int other) {
        return new GroupGrant(group, kind, policy, other);
    }
}

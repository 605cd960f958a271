package dev.linekeeper.core.tenant;

/**
 * Which policy of a kind applies to someone, and where it comes from: a direct grant beats a group's (lowest rank
 * first), a group's beats the tenant's Global policy
 * (<a href="https://learn.microsoft.com/microsoftteams/policy-assignment-overview">policy assignment</a>).
 */
public sealed interface Assignment {
    PolicyName policy();

    /** Granted to the person; {@code beneath} is what would apply if this grant were taken away. */
    record Direct(PolicyName policy, Fact<Assignment> beneath) implements Assignment {}

    /** Granted to a group the person is a direct member of. */
    record ByGroup(PolicyName policy, GroupId group) implements Assignment {}

    /** Nothing was granted, so the tenant's Global policy applies. */
    record Inherited() implements Assignment {
        @Override
        public PolicyName policy() {
            return PolicyName.GLOBAL;
        }
    }
}

package dev.linekeeper.core.tenant;

/**
 * A policy granted to a group. It holds for direct members alone, and among several of a kind the lowest rank wins
 * (<a href="https://learn.microsoft.com/microsoftteams/assign-policies-users-and-groups">assigning policies</a>).
 */
public record GroupGrant(GroupId group, PolicyKind kind, PolicyName policy, int rank) {}

package dev.linekeeper.service.tenant;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;

/**
 * A policy granted to a group. It holds for direct members alone, and among several of a kind the lowest rank wins
 * (<a href="https://learn.microsoft.com/microsoftteams/assign-policies-users-and-groups">assigning policies</a>).
 */
public record GroupGrant(GroupId group, PolicyKind kind, PolicyName policy, int rank) {}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;

/** A policy granted to a group; among several of a kind the lowest rank wins. */
public record GroupGrant(GroupId group, PolicyKind kind, PolicyName policy, int rank) {}

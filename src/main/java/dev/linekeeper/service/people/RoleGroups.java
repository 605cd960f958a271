package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.GroupId;
import java.util.Map;
import java.util.Set;

/**
 * The Entra groups whose members hold a role.
 *
 * @param groups by role; a role without a group is nobody's
 * @param scopes over whom a group holds its role, by role and group; over everybody where there is none
 */
public record RoleGroups(Map<Role, Set<GroupId>> groups, Map<Role, Map<GroupId, Scope>> scopes) {
    public RoleGroups {
        groups = Map.copyOf(groups);
        scopes = Map.copyOf(scopes);
    }

    /** Groups that hold their roles over everybody. */
    public RoleGroups(Map<Role, Set<GroupId>> groups) {
        this(groups, Map.of());
    }

    Set<GroupId> of(Role role) {
        return groups.getOrDefault(role, Set.of());
    }

    Scope scope(Role role, GroupId group) {
        return scopes.getOrDefault(role, Map.of()).getOrDefault(group, Scope.EVERYBODY);
    }
}

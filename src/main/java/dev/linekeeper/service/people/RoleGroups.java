package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.GroupId;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The Entra groups whose members hold a role.
 *
 * @param groups by role; a role without a group is nobody's
 * @param scopes over whom a group holds its role, by role and group; over everybody where there is none
 */
public record RoleGroups(Map<Role, Set<GroupId>> groups, Map<Role, Map<GroupId, Scope>> scopes)
        implements RoleGroupSource {
    public RoleGroups {
        groups = Map.copyOf(groups);
        scopes = Map.copyOf(scopes);
    }

    /** Groups that hold their roles over everybody. */
    public RoleGroups(Map<Role, Set<GroupId>> groups) {
        this(groups, Map.of());
    }

    /** These, which stay. */
    @Override
    public RoleGroups within(Duration maxAge) {
        return this;
    }

    /** The groups of the role; none where it is nobody's. */
    public Set<GroupId> of(Role role) {
        return groups.getOrDefault(role, Set.of());
    }

    /** The setting that names the groups of the role. */
    public static String setting(Role role) {
        return "linekeeper.roles." + role.name().toLowerCase(Locale.ROOT);
    }

    Scope scope(Role role, GroupId group) {
        return scopes.getOrDefault(role, Map.of()).getOrDefault(group, Scope.EVERYBODY);
    }
}

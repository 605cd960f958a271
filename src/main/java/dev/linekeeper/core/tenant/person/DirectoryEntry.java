package dev.linekeeper.core.tenant.person;

import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.ServicePlan;
import dev.linekeeper.core.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person as the directory knows them.
 *
 * @param usageLocation the country licences are used in; an empty one prevents licences from being assigned
 * @param groups the groups the person is a member of; an auto attendant's dial scope is made of them (rule RES-17)
 * @param unreadGroups groups of which it could not be read whether the person is in them, and why
 */
public record DirectoryEntry(
        UserId id,
        String userPrincipalName,
        String displayName,
        Optional<String> department,
        Fact<Boolean> enabled,
        Fact<Optional<Country>> usageLocation,
        Fact<List<ServicePlan>> plans,
        Fact<Set<GroupId>> groups,
        Map<GroupId, String> unreadGroups) {
    public DirectoryEntry {
        unreadGroups = Map.copyOf(unreadGroups);
    }

    /** An entry whose groups were not asked for. */
    public DirectoryEntry(
            UserId id,
            String userPrincipalName,
            String displayName,
            Optional<String> department,
            Fact<Boolean> enabled,
            Fact<Optional<Country>> usageLocation,
            Fact<List<ServicePlan>> plans) {
        this(
                id,
                userPrincipalName,
                displayName,
                department,
                enabled,
                usageLocation,
                plans,
                Fact.missing("the groups of the person were not read"),
                Map.of());
    }

    /** The same entry of which the groups were read. */
    public DirectoryEntry withGroups(Fact<Set<GroupId>> read) {
        return withGroups(read, Map.of());
    }

    /** The same entry of which the groups were read, and of some groups not whether the person is in them. */
    public DirectoryEntry withGroups(Fact<Set<GroupId>> read, Map<GroupId, String> unread) {
        return new DirectoryEntry(
                id, userPrincipalName, displayName, department, enabled, usageLocation, plans, read, unread);
    }

    /** Whether the person is in one of the groups; missing when they are in none that could be read, and one could not. */
    public Fact<Boolean> isInOneOf(Set<GroupId> some) {
        return groups.flatMap(mine -> some.stream().anyMatch(mine::contains)
                ? groups.map(_ -> true)
                : some.stream()
                        .flatMap(group -> Optional.ofNullable(unreadGroups.get(group)).stream())
                        .findFirst()
                        .map(Fact::<Boolean>missing)
                        .orElseGet(() -> groups.map(_ -> false)));
    }
}

package dev.linekeeper.service.groundwork;

import dev.linekeeper.core.groups.GroupPeople;
import dev.linekeeper.core.groups.GroupReading;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads groups for a plan, and who is directly in them: no more people than can be waited for. */
public record GroupReader(TenantReader tenantReader, Directory directory) {
    /** More members are counted and not looked at, which the plan says. */
    static final int LOOKED_AT = 2_000;

    /** Pages of 999 members: more than Microsoft recommends for a group with a policy, 50,000. */
    private static final int PAGES = 61;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public GroupReading reading() {
        var grants = tenantReader.groupGrants();
        return new GroupReading(grants, group -> members(group, grants), this::people, this::name);
    }

    private String name(GroupId group) {
        try {
            return directory.groupName(group).orElse(group.value());
        } catch (BackendFailure silent) {
            return group.value();
        }
    }

    /** Read after the grants, whose time it bears. */
    private Fact<Set<UserId>> members(GroupId group, Fact<GroupGrantList> grants) {
        try {
            return Fact.required(
                    grants.map(_ -> directory.directMembers(group, PAGES)),
                    () -> "the group %s has too many members, or does not tell who they are".formatted(group));
        } catch (BackendFailure failure) {
            return Fact.missing(String.valueOf(failure.getMessage()));
        }
    }

    private GroupPeople people(Set<UserId> members) {
        Set<UserId> some = members.stream()
                .sorted(Comparator.comparing(UserId::value))
                .limit(LOOKED_AT)
                .collect(Collectors.toSet());
        var entries = new ArrayList<DirectoryEntry>(directory.findMany(some).values());
        var left = new HashSet<>(some);
        entries.forEach(entry -> left.remove(entry.id()));
        List<Optional<DirectoryEntry>> others =
                left.stream().map(directory::find).toList();
        others.forEach(found -> found.ifPresent(entries::add));
        var read = new ArrayList<Person>();
        new BulkPersonReader(tenantReader, PATIENCE, Thread::sleep)
                .readAll(
                        take -> entries.stream()
                                .sorted(Comparator.comparing(DirectoryEntry::displayName))
                                .forEach(take),
                        read::add);
        return GroupPeople.of(
                read, (int) others.stream().filter(Optional::isEmpty).count(), members.size() - some.size());
    }
}

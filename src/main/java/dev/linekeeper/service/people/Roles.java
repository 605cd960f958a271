package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The roles of people: members of the Entra groups that the settings name, nested groups included. Denies by default: a
 * role without a group has no holders, and while a group cannot be read it has no members. Thread-safe; the members
 * of a group are remembered for a time, and a failure is not (src/docs/requirements.md, T1 and T2).
 */
public final class Roles {
    private static final Logger log = LoggerFactory.getLogger(Roles.class);

    private final Directory directory;
    private final Map<Role, Set<GroupId>> groups;
    private final Clock clock;
    private final Duration maxAge;
    private final Map<GroupId, Members> members = new ConcurrentHashMap<>();

    private record Members(Set<UserId> people, Instant asOf) {}

    /**
     * Looks roles up in the directory.
     *
     * @param maxAge for how long a group's members are remembered; decisions use {@link #readNow}
     */
    public Roles(Directory directory, Map<Role, Set<GroupId>> groups, Clock clock, Duration maxAge) {
        this.directory = directory;
        this.groups = Map.copyOf(groups);
        this.clock = clock;
        this.maxAge = maxAge;
    }

    /** The roles of the person, read at most the cache time ago. */
    public Set<Role> of(UserId person) {
        return of(person, maxAge);
    }

    /** The roles of the person read now: for decisions and before anything is applied. */
    public Set<Role> readNow(UserId person) {
        return of(person, Duration.ZERO);
    }

    /**
     * Whether the person holds the role, read at most the cache time ago; missing while the directory cannot be read.
     * For jobs, which then try again later.
     */
    public Fact<Boolean> holds(UserId person, Role role) {
        Instant now = clock.instant();
        try {
            boolean holds = groups.getOrDefault(role, Set.of()).stream()
                    .anyMatch(group -> read(group, maxAge).contains(person));
            return new Fact.Known<>(holds, directory.source(), now);
        } catch (BackendFailure failure) {
            return Fact.missing("%s: %s".formatted(directory.source(), failure.getMessage()));
        }
    }

    /** Everyone who holds the role. Nobody is listed as {@link Role#USER}, which everyone is. */
    public Set<UserId> holders(Role role) {
        return groups.getOrDefault(role, Set.of()).stream()
                .flatMap(group -> members(group, maxAge).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The groups the owner has named, by role. */
    public Map<Role, Set<GroupId>> groups() {
        return groups;
    }

    /** Whether the owner has named a group for the role at all. */
    public boolean isConfigured(Role role) {
        return !groups.getOrDefault(role, Set.of()).isEmpty();
    }

    private Set<Role> of(UserId person, Duration maxAge) {
        var roles = EnumSet.of(Role.USER);
        groups.forEach((role, named) -> {
            if (named.stream().anyMatch(group -> members(group, maxAge).contains(person))) {
                roles.add(role);
            }
        });
        return roles;
    }

    private Set<UserId> members(GroupId group, Duration maxAge) {
        try {
            return read(group, maxAge);
        } catch (BackendFailure failure) {
            log.warn(
                    "action=read-role-group group={} outcome=denied kind={} detail={}",
                    group,
                    failure.kind(),
                    failure.getMessage());
            return Set.of();
        }
    }

    private Set<UserId> read(GroupId group, Duration maxAge) {
        Members known = members.get(group);
        if (known != null && clock.instant().isBefore(known.asOf().plus(maxAge))) {
            return known.people();
        }
        Set<UserId> people = directory.members(group);
        members.put(group, new Members(people, clock.instant()));
        return people;
    }
}

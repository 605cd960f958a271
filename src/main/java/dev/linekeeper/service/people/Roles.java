package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The roles of people: members of the Entra groups that the settings name, nested groups included. A role without a
 * group has no holders. While a group cannot be read nobody may do what it would allow, and the answer is {@link
 * RolesNotRead}, not a refusal. Thread-safe; the members of a group are remembered for a time, and a failure is not
 * (src/docs/requirements.md, T1 and T2).
 */
public final class Roles {
    private final Directory directory;
    private final RoleGroupSource groups;
    private final Clock clock;
    private final Duration maxAge;
    private final GroupMembers members;
    private final ScopeCover covering;

    /** For {@code maxAge} groups and their members are remembered; decisions use {@link #hasAnyOver}, which reads them. */
    public Roles(Directory directory, RoleGroupSource groups, Clock clock, Duration maxAge) {
        this.directory = directory;
        this.groups = groups;
        this.clock = clock;
        this.maxAge = maxAge;
        this.members = new GroupMembers(directory, clock);
        this.covering = new ScopeCover(directory, clock);
    }

    /** The same where every group holds its role over everybody. */
    public Roles(Directory directory, Map<Role, Set<GroupId>> groups, Clock clock, Duration maxAge) {
        this(directory, new RoleGroups(groups), clock, maxAge);
    }

    /** The same groups, looked up in another directory. */
    public Roles through(Directory other) {
        return new Roles(other, groups, clock, maxAge);
    }

    /**
     * The roles of the person, read at most the cache time ago.
     *
     * @throws RolesNotRead when a group could not be read and might hold the person
     */
    public Set<Role> of(UserId person) {
        return roles(role -> hasAny(person, Set.of(role)));
    }

    /**
     * The roles the person holds, and those of which it could not be looked up: what may be offered to them. Whoever
     * then asks is looked up again.
     */
    public Set<Role> maybe(UserId person) {
        return roles(role -> {
            try {
                return hasAny(person, Set.of(role));
            } catch (RolesNotRead unknown) {
                return true;
            }
        });
    }

    /**
     * Whether the person holds one of the roles, read at most the cache time ago.
     *
     * @throws RolesNotRead when no group that could be read says so, and another could not be read
     */
    public boolean hasAny(UserId person, Set<Role> roles) {
        return roles.contains(Role.USER)
                || holding(person, roles, maxAge, _ -> true).isPresent();
    }

    /**
     * Whether somebody holds one of the roles over a person or a policy, read now: for decisions and before anything is applied.
     *
     * @throws RolesNotRead when nothing that could be read says so, and something could not be read
     */
    public boolean hasAnyOver(UserId somebody, Set<Role> roles, Subject subject) {
        return roles.contains(Role.USER)
                || holding(somebody, roles, Duration.ZERO, covering.over(subject))
                        .isPresent();
    }

    /**
     * The group by which somebody holds the role over the subject, read now; empty when they do not hold it.
     *
     * @throws RolesNotRead like {@link #hasAnyOver}
     */
    public Optional<GroupId> groupOver(UserId somebody, Role role, Subject subject) {
        return holding(somebody, Set.of(role), Duration.ZERO, covering.over(subject))
                .map(Holding::group);
    }

    /**
     * The same over each of many, for whom the groups are read once.
     *
     * @throws RolesNotRead like {@link #hasAnyOver}
     */
    public boolean holdsOverAll(UserId somebody, Role role, Collection<? extends Subject> subjects) {
        return subjects.isEmpty() || groupOverAll(somebody, role, subjects).isPresent();
    }

    /**
     * The group by which somebody holds the role over each of many; where it takes several, that of the first of them.
     *
     * @throws RolesNotRead like {@link #hasAnyOver}
     */
    public Optional<GroupId> groupOverAll(UserId somebody, Role role, Collection<? extends Subject> subjects) {
        var everywhere = holding(somebody, Set.of(role), Duration.ZERO, Scope::isEverybody);
        if (everywhere.isPresent()) {
            return everywhere.map(Holding::group);
        }
        var entries = covering.entries(subjects);
        Optional<GroupId> first = Optional.empty();
        for (Subject subject : subjects) {
            var held = holding(somebody, Set.of(role), maxAge, covering.over(subject, entries));
            if (held.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> held.map(Holding::group));
        }
        return first;
    }

    /** The same for one role; missing while the directory cannot be read. For jobs, which then try again later. */
    public Fact<Boolean> holdsOver(UserId somebody, Role role, Subject subject) {
        return directory.asFact(() -> hasAnyOver(somebody, Set.of(role), subject), clock);
    }

    /**
     * The part of the organisation over which somebody holds one of the roles, where the subject is in it: why it is they
     * who are asked. Empty when they hold none over it; read at most the cache time ago.
     *
     * @throws RolesNotRead like {@link #hasAnyOver}
     */
    public Optional<Scope> scopeOver(UserId somebody, Set<Role> roles, Subject subject) {
        return roles.contains(Role.USER)
                ? Optional.of(Scope.EVERYBODY)
                : holding(somebody, roles, maxAge, covering.over(subject)).map(Holding::scope);
    }

    /**
     * Everyone who holds the role. Nobody is listed as {@link Role#USER}, which everyone is.
     *
     * @throws RolesNotRead when a group of the role could not be read
     */
    public Set<UserId> holders(Role role) {
        return holders(role, _ -> true);
    }

    /** Like {@link #holders}, those who hold the role over the subject. */
    public Set<UserId> holdersOver(Role role, Subject subject) {
        return holders(role, covering.over(subject));
    }

    /** Those who hold the role over each of them. */
    public Set<UserId> holdersOverAll(Role role, Collection<? extends Subject> subjects) {
        var holders = new HashSet<>(holders(role));
        if (!groups().of(role).stream()
                .allMatch(group -> groups().scope(role, group).isEverybody())) {
            var entries = covering.entries(subjects);
            subjects.forEach(subject -> holders.retainAll(holders(role, covering.over(subject, entries))));
        }
        return holders;
    }

    private Set<UserId> holders(Role role, Predicate<Scope> scope) {
        return groups().of(role).stream()
                .filter(group -> scope.test(groups().scope(role, group)))
                .flatMap(group -> members.of(group, maxAge).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Begins to read the groups whose members are not remembered, side by side, for whoever asks in a moment. What cannot be
     * read is told to those who ask.
     */
    public void readAhead() {
        groups().groups().values().stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(group -> members.remembered(group, maxAge).isEmpty())
                .forEach(group ->
                        Thread.startVirtualThread(() -> directory.asFact(() -> members.of(group, maxAge), clock)));
    }

    /** The groups the owner has named or chosen, as they were at most the cache time ago. */
    public RoleGroups groups() {
        return groups.within(maxAge);
    }

    /** The role whose holders may attest something: that of voice admins where there is no group for it. */
    public Role attesting() {
        return isConfigured(Role.ATTESTER) ? Role.ATTESTER : Role.ADMIN;
    }

    /** Whether the owner has named a group for the role at all. */
    public boolean isConfigured(Role role) {
        return !groups().of(role).isEmpty();
    }

    private Set<Role> roles(Predicate<Role> holds) {
        var roles = EnumSet.of(Role.USER);
        groups().groups().keySet().stream().filter(holds).forEach(roles::add);
        return roles;
    }

    private record Holding(GroupId group, Scope scope) {}

    /** The first group of the roles that the person is in and whose scope passes; what could not be read is thrown when there is none. */
    private Optional<Holding> holding(UserId somebody, Set<Role> roles, Duration maxAge, Predicate<Scope> passes) {
        Optional<RolesNotRead> unread = Optional.empty();
        var now = groups.within(maxAge);
        for (Role role : roles) {
            for (GroupId group : now.of(role)) {
                Scope scope = now.scope(role, group);
                try {
                    if (members.of(group, maxAge).contains(somebody) && passes.test(scope)) {
                        return Optional.of(new Holding(group, scope));
                    }
                } catch (RolesNotRead failure) {
                    unread = Optional.of(failure);
                }
            }
        }
        unread.ifPresent(failure -> {
            throw failure;
        });
        return Optional.empty();
    }
}

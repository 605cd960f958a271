package dev.linekeeper.service.people;

import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.CallLane;
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

    /** For {@code maxAge} groups and their members are remembered; decisions use {@link #hasAnyOver}, which reads them. */
    public Roles(Directory directory, RoleGroupSource groups, Clock clock, Duration maxAge) {
        this.directory = directory;
        this.groups = groups;
        this.clock = clock;
        this.maxAge = maxAge;
        this.members = new GroupMembers(directory, clock);
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
                || scope(person, roles, maxAge, _ -> true).isPresent();
    }

    /**
     * Whether somebody holds one of the roles over a person or a policy, read now: for decisions and before anything is applied.
     *
     * @throws RolesNotRead when nothing that could be read says so, and something could not be read
     */
    public boolean hasAnyOver(UserId somebody, Set<Role> roles, Subject subject) {
        return roles.contains(Role.USER)
                || scope(somebody, roles, Duration.ZERO, over(subject)).isPresent();
    }

    /**
     * The same over each of many, for whom the groups are read once.
     *
     * @throws RolesNotRead like {@link #hasAnyOver}
     */
    public boolean holdsOverAll(UserId somebody, Role role, Collection<? extends Subject> subjects) {
        if (subjects.isEmpty()
                || scope(somebody, Set.of(role), Duration.ZERO, Scope::isEverybody)
                        .isPresent()) {
            return true;
        }
        var entries = entries(subjects);
        return subjects.stream()
                .allMatch(subject -> scope(somebody, Set.of(role), maxAge, over(subject, entries))
                        .isPresent());
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
        return roles.contains(Role.USER) ? Optional.of(Scope.EVERYBODY) : scope(somebody, roles, maxAge, over(subject));
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
        return holders(role, over(subject));
    }

    /** Those who hold the role over each of them. */
    public Set<UserId> holdersOverAll(Role role, Collection<? extends Subject> subjects) {
        var holders = new HashSet<>(holders(role));
        if (!groups().of(role).stream()
                .allMatch(group -> groups().scope(role, group).isEverybody())) {
            var entries = entries(subjects);
            subjects.forEach(subject -> holders.retainAll(holders(role, over(subject, entries))));
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

    /** The scope of the first group of the roles that the person is in and that passes; what could not be read is thrown when there is none. */
    private Optional<Scope> scope(UserId somebody, Set<Role> roles, Duration maxAge, Predicate<Scope> passes) {
        Optional<RolesNotRead> unread = Optional.empty();
        var now = groups.within(maxAge);
        for (Role role : roles) {
            for (GroupId group : now.of(role)) {
                Scope scope = now.scope(role, group);
                try {
                    if (members.of(group, maxAge).contains(somebody) && passes.test(scope)) {
                        return Optional.of(scope);
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

    private Predicate<Scope> over(Subject subject) {
        return over(subject, Map.of());
    }

    /** Whether a scope covers the person, whose entry is read when it matters, or a policy, which takes everybody. */
    private Predicate<Scope> over(Subject subject, Map<UserId, DirectoryEntry> read) {
        return subject.person().map(person -> over(person, read)).orElse(Scope::isEverybody);
    }

    private Predicate<Scope> over(UserId person, Map<UserId, DirectoryEntry> read) {
        return scope -> scope.isEverybody()
                || directory
                        .asFact(() -> Optional.ofNullable(read.get(person)).or(() -> directory.find(person)), clock)
                        .flatMap(entry -> entry.map(scope::covers)
                                .orElseGet(() -> new Fact.Known<>(false, directory.source(), clock.instant())))
                        .fold(covered -> covered, why -> {
                            throw new RolesNotRead(new BackendFailure(FailureKind.TRANSIENT, why));
                        });
    }

    /** The entries of many read now; whoever is not among them is to be looked up alone. */
    private Map<UserId, DirectoryEntry> entries(Collection<? extends Subject> subjects) {
        var people = subjects.stream().flatMap(subject -> subject.person().stream());
        try {
            return CallLane.BULK.call(() -> directory.findMany(people.collect(Collectors.toSet())));
        } catch (BackendFailure failure) {
            throw new RolesNotRead(failure);
        }
    }
}

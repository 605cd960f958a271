package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Voice settings completed with the policy that would apply if a direct grant were taken away. Graph reports only the
 * policy in effect; a person's direct groups and the grants of groups give the rest: the lowest rank wins, then Global
 * (<a href="https://learn.microsoft.com/microsoftteams/policy-assignment-overview">precedence</a>).
 */
final class UnderlyingPolicies implements VoiceUsers {
    private final VoiceUsers voiceUsers;
    private final Directory directory;
    private final Supplier<Fact<GroupGrantList>> groupGrants;
    private final Clock clock;

    /** Groups whose members took more calls than that. */
    private final Map<GroupId, Integer> moreCalls = new ConcurrentHashMap<>();

    UnderlyingPolicies(
            VoiceUsers voiceUsers, Directory directory, Supplier<Fact<GroupGrantList>> groupGrants, Clock clock) {
        this.voiceUsers = voiceUsers;
        this.directory = directory;
        this.groupGrants = groupGrants;
        this.clock = clock;
    }

    @Override
    public String source() {
        return voiceUsers.source();
    }

    @Override
    public Optional<VoiceUser> read(UserId person) {
        return voiceUsers.read(person).map(user -> completed(person, user, Map.of()));
    }

    @Override
    public Optional<VoiceUser> readInEffect(UserId person) {
        return voiceUsers.readInEffect(person);
    }

    @Override
    public void forEach(BiConsumer<UserId, VoiceUser> person) {
        voiceUsers.forEach(person);
    }

    /** With the members of a granting group where they take fewer calls than the groups of its people. */
    @Override
    public Map<UserId, VoiceUser> readMany(Set<UserId> people) {
        Map<UserId, VoiceUser> read = new ConcurrentHashMap<>(voiceUsers.readMany(people));
        var groups = groupsAsked(read.values());
        Map<GroupId, Set<UserId>> members = new ConcurrentHashMap<>();
        sideBySide(
                groups.entrySet(),
                asked -> members(asked.getKey(), asked.getValue() / groups.size())
                        .ifPresent(all -> members.put(asked.getKey(), all)));
        sideBySide(read.entrySet(), each -> each.setValue(completed(each.getKey(), each.getValue(), members)));
        return read;
    }

    private static <T> void sideBySide(Collection<T> all, Consumer<T> work) {
        Parallel.run(all.stream().<Runnable>map(each -> () -> work.accept(each)).toList());
    }

    /** The groups that may be beneath somebody's direct grant, and how many people's. */
    private Map<GroupId, Integer> groupsAsked(Collection<VoiceUser> users) {
        Map<GroupId, Integer> asked = new HashMap<>();
        users.forEach(user -> user.policies().forEach((kind, fact) -> {
            if (fact.known().filter(UnderlyingPolicies::isIncomplete).isPresent()) {
                groupGrants.get().known().stream()
                        .flatMap(grants -> grants.read().stream())
                        .filter(grant -> grant.kind() == kind)
                        .forEach(grant -> asked.merge(grant.group(), 1, Integer::sum));
            }
        }));
        return asked;
    }

    private Optional<Set<UserId>> members(GroupId group, int calls) {
        if (calls <= moreCalls.getOrDefault(group, 1)) {
            return Optional.empty();
        }
        try {
            var all = directory.directMembers(group, calls);
            if (all.isEmpty()) {
                moreCalls.put(group, calls);
            }
            return all;
        } catch (BackendFailure failure) {
            return Optional.empty();
        }
    }

    private static boolean isIncomplete(Assignment assignment) {
        return assignment instanceof Assignment.Direct(_, Fact.Missing<Assignment> _);
    }

    private VoiceUser completed(UserId person, VoiceUser user, Map<GroupId, Set<UserId>> members) {
        var search = new UnderlyingPolicySearch(person, members);
        Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
        user.policies()
                .forEach((kind, fact) -> policies.put(kind, fact.map(assignment -> search.complete(kind, assignment))));
        return user.with(policies);
    }

    /** The groups of one person, read once and only when a group is granted a policy of the kind. */
    private final class UnderlyingPolicySearch {
        private final UserId person;
        private final Map<GroupId, Set<UserId>> members;
        private @Nullable Fact<Set<GroupId>> groups;

        UnderlyingPolicySearch(UserId person, Map<GroupId, Set<UserId>> members) {
            this.person = person;
            this.members = members;
        }

        Assignment complete(PolicyKind kind, Assignment assignment) {
            return assignment instanceof Assignment.Direct(var policy, Fact.Missing<Assignment> _)
                    ? new Assignment.Direct(
                            policy,
                            groupGrants
                                    .get()
                                    .flatMap(grants -> grants.inEffect(
                                            kind,
                                            this::isMember,
                                            beneath ->
                                                    new Fact.Known<>(beneath, voiceUsers.source(), clock.instant()))))
                    : assignment;
        }

        private Fact<Boolean> isMember(GroupId group) {
            var all = members.get(group);
            return all == null
                    ? groups().map(mine -> mine.contains(group))
                    : new Fact.Known<>(all.contains(person), directory.source(), clock.instant());
        }

        private Fact<Set<GroupId>> groups() {
            var read = groups;
            if (read == null) {
                read = directory.asFact(() -> directory.groupsOf(person), clock);
                groups = read;
            }
            return read;
        }
    }
}

package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.GroupGrants.GroupGrantList;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return voiceUsers.read(person).map(user -> completed(person, user));
    }

    private VoiceUser completed(UserId person, VoiceUser user) {
        var search = new UnderlyingPolicySearch(person);
        Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
        user.policies()
                .forEach((kind, fact) -> policies.put(kind, fact.map(assignment -> search.complete(kind, assignment))));
        return user.with(policies);
    }

    /** The groups of one person, read once and only when a group is granted a policy of the kind. */
    private final class UnderlyingPolicySearch {
        private final UserId person;
        private @Nullable Fact<Set<GroupId>> groups;

        UnderlyingPolicySearch(UserId person) {
            this.person = person;
        }

        Assignment complete(PolicyKind kind, Assignment assignment) {
            return assignment instanceof Assignment.Direct(var policy, Fact.Missing<Assignment> _)
                    ? new Assignment.Direct(
                            policy,
                            groupGrants
                                    .get()
                                    .flatMap(grants -> grants.inEffect(
                                            kind,
                                            group -> groups().map(mine -> mine.contains(group)),
                                            beneath ->
                                                    new Fact.Known<>(beneath, voiceUsers.source(), clock.instant()))))
                    : assignment;
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

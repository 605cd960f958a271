package dev.linekeeper.service.tenant.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.core.tenant.groundwork.GroupGrantList;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.Failures;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a direct grant hides, from what groups are granted and who is in them. */
class UnderlyingPoliciesTest {
    private static final GroupId ALL_SITES = new GroupId(Fabrikam.user(303).value());

    private final SimulatedTenant model = Fabrikam.model();
    private Fact<GroupGrantList> groupGrants = Fact.missing("Teams PowerShell: away");
    private final VoiceUsers users = new UnderlyingPolicies(
            new EffectiveAlone(model.ports().voiceUsers()),
            model.ports().directory(),
            () -> groupGrants,
            Clock.systemUTC());

    @Test
    void a_direct_grant_hides_the_group_of_the_lowest_rank_the_person_is_directly_in() {
        granted(
                new GroupGrant(ALL_SITES, PolicyKind.SHARED_CALLING, new PolicyName("SC-BER"), 2),
                new GroupGrant(Fabrikam.BACKDROP.group(), PolicyKind.SHARED_CALLING, new PolicyName("SC-SEA"), 1));
        model.ports()
                .policyGrants()
                .grant(Fabrikam.DORA, PolicyKind.SHARED_CALLING, new PolicyName("SC-BER"), Failures.KEY);
        assertThat(beneath(Fabrikam.DORA).known())
                .contains(new Assignment.ByGroup(new PolicyName("SC-SEA"), Fabrikam.BACKDROP.group()));
    }

    @Test
    void a_member_of_a_group_within_the_group_has_global_beneath() {
        granted(new GroupGrant(Fabrikam.BACKDROP.group(), PolicyKind.SHARED_CALLING, new PolicyName("SC-SEA"), 1));
        assertThat(model.ports().directory().members(Fabrikam.BACKDROP.group())).contains(Fabrikam.ADA);
        assertThat(beneath(Fabrikam.ADA).known()).contains(new Assignment.Inherited());
    }

    @Test
    void without_what_groups_are_granted_it_is_missing_with_the_reason() {
        assertThat(beneath(Fabrikam.ADA)).isEqualTo(Fact.missing("Teams PowerShell: away"));
    }

    private void granted(GroupGrant... grants) {
        groupGrants =
                new Fact.Known<>(new GroupGrantList(List.of(grants), List.of()), "Teams PowerShell", Fabrikam.NOON);
    }

    private Fact<Assignment> beneath(UserId person) {
        return users.read(person)
                .orElseThrow()
                .policy(PolicyKind.SHARED_CALLING)
                .flatMap(assignment -> ((Assignment.Direct) assignment).beneath());
    }

    /** Reports the policy in effect and nothing beneath, as Graph does. */
    private record EffectiveAlone(VoiceUsers real) implements VoiceUsers {
        @Override
        public String source() {
            return real.source();
        }

        @Override
        public Optional<VoiceUser> read(UserId person) {
            return real.read(person).map(user -> {
                Map<PolicyKind, Fact<Assignment>> policies = new EnumMap<>(PolicyKind.class);
                user.policies().forEach((kind, fact) -> policies.put(kind, fact.map(EffectiveAlone::alone)));
                return user.with(policies);
            });
        }

        private static Assignment alone(Assignment assignment) {
            return assignment instanceof Assignment.Direct(var policy, _)
                    ? new Assignment.Direct(policy, Fact.missing("not reported"))
                    : assignment;
        }
    }
}

package dev.linekeeper.adapter.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Direct grants and groups say what is in effect; where they do not, the file's own word counts. */
class EffectivePoliciesTest {
    private static final String EFFECTIVE = """
        "effectivePolicyAssignments": [
          {"policyType": "TeamsSharedCallingRoutingPolicy", "policyAssignment": {"displayName": "SC", "assignmentType": "direct"}},
          {"policyType": "TenantDialPlan", "policyAssignment": {"displayName": "US", "assignmentType": "group", "groupId": "g"}}]
        """;

    @Test
    void what_is_reported_to_be_in_effect_counts_when_direct_grants_are_unknown() {
        assertThat(policy(EFFECTIVE, "\"x\": 1", PolicyKind.SHARED_CALLING).known())
                .containsInstanceOf(Assignment.Direct.class)
                .map(Assignment::policy)
                .contains(new PolicyName("SC"));
        assertThat(policy(EFFECTIVE, "\"x\": 1", PolicyKind.DIAL_PLAN).known())
                .contains(new Assignment.ByGroup(new PolicyName("US"), new GroupId("g")));
        assertThat(policy(EFFECTIVE, "\"x\": 1", PolicyKind.CALLING).known()).contains(new Assignment.Inherited());
    }

    @Test
    void beneath_a_reported_grant_lies_what_groups_say() {
        assertThat(policy(EFFECTIVE, "\"groupPolicyAssignments\": []", PolicyKind.SHARED_CALLING)
                        .known())
                .hasValueSatisfying(assigned -> assertThat(
                                ((Assignment.Direct) assigned).beneath().known())
                        .contains(new Assignment.Inherited()));
    }

    @Test
    void known_grants_and_groups_come_before_what_is_reported() {
        var grants = "\"policyGrants\": [{\"policyType\": \"TenantDialPlan\", \"policyName\": \"DE\"}], " + EFFECTIVE;
        assertThat(policy(grants, "\"groupPolicyAssignments\": []", PolicyKind.DIAL_PLAN)
                        .known()
                        .map(Assignment::policy))
                .contains(new PolicyName("DE"));
        assertThat(policy(grants, "\"groupPolicyAssignments\": []", PolicyKind.SHARED_CALLING)
                        .known())
                .contains(new Assignment.Inherited());
        assertThat(policy(grants, "\"x\": 1", PolicyKind.SHARED_CALLING).known().map(Assignment::policy))
                .contains(new PolicyName("SC"));
    }

    @Test
    void a_group_nobody_knows_the_members_of_leaves_the_policy_unknown() {
        var grant =
                "\"groupPolicyAssignments\": [{\"groupId\": \"g\", \"policyType\": \"TenantDialPlan\", \"policyName\":"
                        + " \"US\", \"rank\": 1}], ";
        var none = "\"policyGrants\": []";
        assertThat(policy(none, grant + "\"groups\": [{\"id\": \"g\", \"members\": [\"1\"]}]", PolicyKind.DIAL_PLAN)
                        .known())
                .contains(new Assignment.ByGroup(new PolicyName("US"), new GroupId("g")));
        assertThat(policy(none, grant + "\"groups\": [{\"id\": \"g\", \"members\": null}]", PolicyKind.DIAL_PLAN))
                .isEqualTo(Fact.missing("/groups/0/members is null in the tenant file: it could not be read"));
        assertThat(policy(none, grant + "\"groups\": []", PolicyKind.DIAL_PLAN)).isInstanceOf(Fact.Missing.class);
        assertThat(policy(none, grant + "\"groups\": []", PolicyKind.CALLING).known())
                .contains(new Assignment.Inherited());
    }

    private static Fact<Assignment> policy(String person, String around, PolicyKind kind) {
        var file = Fabrikam.read(
                "{\"users\": [{\"id\": \"1\", \"userPrincipalName\": \"a\", %s}], %s}".formatted(person, around));
        return new FileTenant(file, Clock.fixed(Fabrikam.NOON, ZoneOffset.UTC))
                .ports()
                .voiceUsers()
                .read(new UserId("1"))
                .orElseThrow()
                .policy(kind);
    }
}

package dev.linekeeper.service.fixes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.execution.ManualStepsResult;
import dev.linekeeper.service.policies.PolicyScriptKind;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.GroupEdit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another rank for a group is two steps; done by hand, the second hides the first, and both are found done. */
class GroupByHandTest {
    private static final GroupId SEATTLE = new GroupId("2a38a68d-c173-5f8e-a9ef-c4b332d0e41c");

    @Test
    void both_steps_are_found_once_the_last_is_done() {
        var tenant = GrantScriptKind.CHANGE_OF_GROUP.tenant();
        try (var house = PolicyScriptKind.house(tenant)) {
            Request approved = PolicyScriptKind.approved(house, GrantScriptKind.CHANGE_OF_GROUP.intent(tenant));
            assertThat(confirmed(house, approved))
                    .isInstanceOfSatisfying(
                            ManualStepsResult.SomeStepsDone.class,
                            it -> assertThat(it.found()).isZero());

            tenant.change(edit -> new GroupEdit(edit).revoke(SEATTLE, PolicyKind.SHARED_CALLING));
            tenant.change(edit ->
                    new GroupEdit(edit).grant(SEATTLE, PolicyKind.SHARED_CALLING, new PolicyName("Seattle"), 2));

            assertThat(confirmed(house, approved)).isInstanceOf(ManualStepsResult.AllStepsDone.class);
        }
    }

    private static ManualStepsResult confirmed(House house, Request request) {
        return house.requests.confirming().confirm(House.ANA_ADMIN, request.id(), Optional.empty());
    }
}

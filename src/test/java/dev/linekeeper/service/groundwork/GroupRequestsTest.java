package dev.linekeeper.service.groundwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.groups.GroupWish.GroupGets;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.GroupEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group gets another policy: two writes, between which processes die, services are late and others change things. */
class GroupRequestsTest {
    private static final GroupId SEATTLE = new GroupId("2a38a68d-c173-5f8e-a9ef-c4b332d0e41c");
    private static final GroupId APPROVERS = new GroupId("b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f");
    private static final PolicyName LONDON = new PolicyName("London");

    private final House.MovingClock clock = new House.MovingClock();
    private final SimulatedTenant model = Fabrikam.demo(clock);
    private final DisturbedGroups writing = new DisturbedGroups(model.ports().groupGrants());
    private final House house = new House(
            OpenedStore.inMemory("groups-" + UUID.randomUUID(), clock),
            model,
            writing.in(model.ports()),
            clock,
            Sample.POLICY,
            new House.Fuse());

    @AfterEach
    void close() {
        house.close();
    }

    private RequestId approved(GroupId group, int rank) {
        var intent = new Intent.EditGroup(new GroupGets(group, LONDON, Optional.of(rank)));
        var sent = house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, intent, ""));
        assertThat(sent).isInstanceOf(SubmissionResult.Sent.class);
        RequestId id = ((SubmissionResult.Sent) sent).request().id();
        house.yes(House.LEE_APPROVER, id);
        house.yes(House.PRIYA_APPROVER, id);
        return id;
    }

    private List<String> granted() {
        return writing.granted(PolicyKind.SHARED_CALLING).read().stream()
                .map(grant -> "%s %s".formatted(grant.group().value().substring(0, 2), grant.text()))
                .toList();
    }

    @Test
    void a_process_that_dies_after_either_write_goes_on_and_writes_each_once() {
        RequestId id = approved(SEATTLE, 2);
        for (int death = 1; death <= 2; death++) {
            int at = death;
            writing.after = write -> {
                if (write == at) {
                    throw new AssertionError("the power went");
                }
            };
            assertThatThrownBy(() -> house.requests.applying().run(id)).hasMessage("the power went");
        }
        writing.after = _ -> {};

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(2);
        assertThat(granted()).containsExactly("0d London, Rank 1", "2a London, Rank 2");
    }

    @Test
    void it_is_undone_to_the_policy_and_the_rank_there_were() {
        List<String> before = granted();
        RequestId id = approved(SEATTLE, 2);
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
        assertThat(granted()).isNotEqualTo(before);

        var undo = house.requests.asking().submit(new ChangeRequest(House.ANA_ADMIN, new Intent.UndoOf(id), ""));
        RequestId back = ((SubmissionResult.Sent) undo).request().id();
        house.yes(House.LEE_APPROVER, back);
        house.yes(House.PRIYA_APPROVER, back);

        assertThat(house.applied(back)).isInstanceOf(Request.Completed.class);
        assertThat(granted()).isEqualTo(before);
    }

    @Test
    void a_service_that_answers_late_is_asked_again_and_written_once() {
        RequestId id = approved(APPROVERS, 1);
        writing.after = _ -> {
            writing.after = _ -> {};
            throw new BackendFailure(FailureKind.TRANSIENT, "The service did not answer in time");
        };

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isEqualTo(1);
        assertThat(granted().getFirst()).isEqualTo("b3 London, Rank 1");
    }

    @Test
    void another_order_of_groups_than_the_one_approved_goes_back_to_the_approvers() {
        RequestId id = approved(APPROVERS, 3);
        model.change(edit -> new GroupEdit(edit).revoke(SEATTLE, PolicyKind.SHARED_CALLING));
        model.change(edit -> new GroupEdit(edit).grant(SEATTLE, PolicyKind.SHARED_CALLING, LONDON, 2));

        assertThat(house.applied(id)).isInstanceOf(Request.NeedsFreshLook.class);
        assertThat(writing.writes).isZero();
    }

    @Test
    void what_somebody_else_granted_meanwhile_is_theirs() {
        RequestId id = approved(APPROVERS, 3);
        var theirs = new GroupGrant(APPROVERS, PolicyKind.SHARED_CALLING, new PolicyName("Berlin"), 3);
        model.change(edit -> new GroupEdit(edit).grant(APPROVERS, theirs.kind(), theirs.policy(), 3));

        assertThat(house.applied(id)).isInstanceOf(Request.Overtaken.class);
        assertThat(writing.granted(PolicyKind.SHARED_CALLING).read()).contains(theirs);
    }

    @Test
    void a_dry_run_is_approved_and_writes_nothing() {
        house.mode = OperatingMode.DRY_RUN;

        assertThat(house.applied(approved(SEATTLE, 2))).isInstanceOf(Request.Completed.class);

        assertThat(writing.writes).isZero();
    }
}

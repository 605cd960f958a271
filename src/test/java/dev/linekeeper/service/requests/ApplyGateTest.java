package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.person.Line.Category;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.execution.ManualStepsResult;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stopped a request, it goes on only through the gate a fresh approval passes (T1, T14, T16). */
class ApplyGateTest {
    private static final DecisionInput TYPED = new DecisionInput.Typed();
    private static final ApprovalPolicy ONE = Sample.POLICY;
    private static final PhoneNumber FREE = PhoneNumber.of("+442079460130");

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, ONE);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_stopped_before_its_first_step_goes_back_to_the_approvers_when_its_approver_left() {
        RequestId id = stoppedByMode(0);
        house.tenant.leftTheGroups.add(LEE_APPROVER);

        retry(id);

        assertThat(house.applied(id))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        look -> assertThat(look.why()).isEqualTo(FreshLookReason.APPROVER_LEFT));
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    @Requirement("T14")
    void what_stopped_before_its_first_step_is_planned_again_as_a_fresh_approval_is() {
        RequestId id = stoppedByMode(0);
        grant(PolicyKind.EMERGENCY_CALL_ROUTING, "Emergency-UK");

        retry(id);

        assertThat(house.applied(id))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        look -> assertThat(look.why()).isEqualTo(FreshLookReason.PLAN_CHANGED));
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    @Requirement("T16")
    void an_approval_ends_while_its_request_is_stopped() {
        RequestId untouched = stoppedByMode(0);
        house.clock.pass(ONE.expiry());

        retry(untouched);

        assertThat(house.applied(untouched))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        look -> assertThat(look.why()).isEqualTo(FreshLookReason.APPROVAL_OVER));
    }

    @Test
    void an_approval_ends_while_the_process_is_down() {
        RequestId id = house.approved().id();
        house.clock.pass(ONE.expiry());

        assertThat(house.applied(id)).isInstanceOf(Request.NeedsFreshLook.class);
    }

    @Test
    void the_rest_of_a_plan_goes_on_when_all_is_as_it_was() {
        RequestId id = stoppedByMode(2);
        house.clock.pass(Duration.ofHours(5));

        retry(id);

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
        assertThat(house.tenant.writes).hasSize(4);
        assertThat(house.kept.trail().of(id))
                .extracting(row -> row.entry().action())
                .containsSubsequence(Action.STOPPED, Action.RESUMED, Action.COMPLETED);
    }

    @Test
    void the_rest_of_a_plan_stops_again_when_the_approval_is_over_or_its_approver_left() {
        RequestId old = stoppedByMode(2);
        house.clock.pass(ONE.expiry());
        assertStopsAgain(old, StopReason.APPROVAL_OVER);

        house.clock.pass(ONE.expiry().negated());
        house.tenant.leftTheGroups.add(LEE_APPROVER);
        assertStopsAgain(old, StopReason.APPROVER_LEFT);
    }

    @Test
    void the_rest_of_a_plan_stops_again_when_a_step_that_was_done_is_gone() {
        RequestId id = stoppedByMode(2);
        house.model.ports().policyGrants().revoke(ADELE, PolicyKind.EMERGENCY_CALL_ROUTING, key());

        assertStopsAgain(id, StopReason.PLAN_CHANGED);
    }

    @Test
    void the_rest_of_a_plan_stops_again_when_something_it_leaves_alone_is_another_one() {
        RequestId id = stoppedByMode(2);
        grant(PolicyKind.CALLING_LINE_IDENTITY, "Anonymous");

        assertStopsAgain(id, StopReason.PLAN_CHANGED);
    }

    @Test
    void the_rest_of_a_plan_stops_again_when_the_person_was_given_a_number() {
        RequestId id = stoppedByMode(2);
        house.model
                .ports()
                .numbers()
                .assign(FREE, NumberType.OPERATOR_CONNECT, ADELE, Optional.empty(), Category.PRIMARY, key());

        assertStopsAgain(id, StopReason.PLAN_CHANGED);
    }

    @Test
    void the_rest_of_a_plan_stops_again_when_a_rule_fails_that_it_would_not_mend() {
        RequestId id = stoppedByMode(2);
        giveSeattleTheAccountOfAustin();

        assertStopsAgain(id, StopReason.BLOCKED);
    }

    @Test
    void the_rest_of_a_plan_waits_while_the_directory_or_the_person_cannot_be_read() {
        RequestId id = stoppedByMode(2);
        retry(id);
        house.tenant.groupsFail = true;
        assertThat(house.requests.applying().run(id)).isInstanceOf(ExecutionResult.Deferred.class);

        house.tenant.groupsFail = false;
        house.tenant.voiceFails = true;
        assertThat(house.requests.applying().run(id)).isInstanceOf(ExecutionResult.Deferred.class);

        house.tenant.voiceFails = false;
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
    }

    @Test
    void what_somebody_finished_by_hand_meanwhile_is_seen_and_not_written_again() {
        RequestId id = stoppedByMode(3);
        grant(PolicyKind.SHARED_CALLING, "Seattle");
        int writes = house.tenant.writes.size();

        retry(id);

        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
        assertThat(house.tenant.writes).hasSize(writes);
    }

    @Test
    void a_process_that_was_down_in_the_middle_checks_the_approval_before_it_goes_on() {
        RequestId id = house.approved().id();
        house.tenant.failures.add(new BackendFailure(BackendFailure.FailureKind.TRANSIENT, "502"));
        house.requests.applying().run(id);
        assertThat(house.now(id)).isInstanceOf(Request.Applying.class);

        house = house.restarted(folder, ONE);
        house.clock.pass(Duration.ofHours(2));
        house.tenant.leftTheGroups.add(LEE_APPROVER);

        assertThat(house.applied(id))
                .isInstanceOfSatisfying(
                        Request.PartlyApplied.class,
                        it -> assertThat(it.stop().why()).isEqualTo(StopReason.APPROVER_LEFT));
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    void nothing_is_marked_as_done_by_hand_on_an_approval_that_does_not_hold() {
        RequestId id = stoppedByMode(3);
        grant(PolicyKind.SHARED_CALLING, "Seattle");

        house.clock.pass(ONE.expiry());
        assertThat(done(id))
                .isEqualTo(new ManualStepsResult.ApprovalLapsed(house.now(id), FreshLookReason.APPROVAL_OVER));

        house.clock.pass(ONE.expiry().negated());
        house.tenant.groupsFail = true;
        assertThat(done(id)).isInstanceOf(ManualStepsResult.ApprovalNotRead.class);
        house.tenant.groupsFail = false;
        house.tenant.leftTheGroups.add(LEE_APPROVER);
        assertThat(done(id))
                .isEqualTo(new ManualStepsResult.ApprovalLapsed(house.now(id), FreshLookReason.APPROVER_LEFT));

        house.tenant.leftTheGroups.clear();
        assertThat(done(id)).isInstanceOf(ManualStepsResult.AllStepsDone.class);
    }

    private ManualStepsResult done(RequestId id) {
        return house.requests.confirming().confirm(ANA_ADMIN, id, Optional.empty());
    }

    private void assertStopsAgain(RequestId id, StopReason why) {
        List<String> written = List.copyOf(house.tenant.writes);
        int done = house.now(id).done().size();
        retry(id);
        assertThat(house.applied(id)).isInstanceOfSatisfying(Request.PartlyApplied.class, it -> {
            assertThat(it.stop().why()).isEqualTo(why);
            assertThat(it.done()).hasSize(done);
        });
        assertThat(house.tenant.writes).isEqualTo(written);
    }

    private void retry(RequestId id) {
        assertThat(house.requests.deciding().retry(ANA_ADMIN, id, TYPED)).isInstanceOf(DecisionResult.Resumed.class);
    }

    /** A request that read-only mode stopped after so many steps. */
    private RequestId stoppedByMode(int steps) {
        RequestId id = house.approved().id();
        house.mode = steps == 0 ? OperatingMode.READ_ONLY : OperatingMode.LIVE;
        house.tenant.afterWrites(steps, () -> house.mode = OperatingMode.READ_ONLY);
        assertThat(house.applied(id)).isInstanceOfSatisfying(Request.PartlyApplied.class, it -> {
            assertThat(it.stop().why()).isEqualTo(StopReason.MODE);
            assertThat(it.done()).hasSize(steps);
        });
        house.mode = OperatingMode.LIVE;
        house.clock.pass(Duration.ofMinutes(1));
        return id;
    }

    private void giveSeattleTheAccountOfAustin() {
        Policy.SharedCalling seattle = sharedCalling(House.SEATTLE);
        Policy.SharedCalling austin = sharedCalling(new PolicyName("Austin"));
        var changed = new Policy.SharedCalling(
                seattle.name(), austin.resourceAccount(), seattle.emergencyNumbers(), seattle.description());
        house.model.change(edit -> new SharedCallingEdit(edit).put(changed));
    }

    private Policy.SharedCalling sharedCalling(PolicyName name) {
        return house.tenantReader
                .freshTenant()
                .tenant()
                .sharedCalling(name)
                .known()
                .orElseThrow()
                .orElseThrow();
    }

    private void grant(PolicyKind kind, String policy) {
        house.model.ports().policyGrants().grant(ADELE, kind, new PolicyName(policy), key());
    }

    private static ChangeKey key() {
        return new ChangeKey("somebody else", 1);
    }
}

package dev.linekeeper.service.schedule;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.SAM_ADMIN_AND_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.ChangeKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that start on a day to come: asked and approved on Monday, 23 November 2026, wanted from 1 December on. */
class ScheduledTest {
    private static final DecisionInput TYPED = new DecisionInput.Typed();
    private static final Schedule FROM_DECEMBER =
            new Schedule(Optional.of(LocalDate.of(2026, 12, 1)), Optional.empty(), ZoneId.of("Europe/Berlin"));
    private static final Instant START = Instant.parse("2026-11-30T23:00:00Z");

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private RequestId approved() {
        var asked = (SubmissionResult.Sent) house.requests.asking().submit(inDecember());
        house.yes(LEE_APPROVER, asked.request().id());
        return asked.request().id();
    }

    private static ChangeRequest inDecember() {
        var now = House.enrolAdele();
        return new ChangeRequest(now.requester(), now.intent(), now.reason(), Optional.of(FROM_DECEMBER));
    }

    private void passUntil(Instant moment) {
        house.clock.pass(Duration.between(house.clock.instant(), moment));
    }

    @Test
    void nothing_is_written_before_the_start_and_a_restart_forgets_nothing() {
        RequestId id = approved();

        assertThat(house.requests.applying().run(id))
                .isEqualTo(new ExecutionResult.Deferred(id, Duration.between(Sample.MONDAY, START)));
        house = house.restarted(folder, Sample.POLICY);
        passUntil(START.minusSeconds(1));
        assertThat(house.requests.applying().run(id))
                .isEqualTo(new ExecutionResult.Deferred(id, Duration.ofSeconds(1)));
        assertThat(house.tenant.writes).isEmpty();
        assertThat(house.kept.requests().starting()).extracting(Request::id).containsExactly(id);

        house.clock.pass(Duration.ofSeconds(1));
        // Approved eight days ago, and an approval holds for three: until the start it does not age.
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(House.SEATTLE);
        assertThat(house.kept.requests().starting()).isEmpty();
    }

    @Test
    void an_approval_that_nothing_came_of_ages_from_the_start_on() {
        RequestId id = approved();
        passUntil(START.plus(Duration.ofDays(3)));

        assertThat(house.applied(id))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        it -> assertThat(it.why()).isEqualTo(FreshLookReason.APPROVAL_OVER));
    }

    @Test
    void what_changed_until_the_start_goes_back_to_the_approvers_with_its_days() {
        RequestId id = approved();
        passUntil(START);
        house.tenant
                .grants()
                .grant(
                        House.ADELE,
                        PolicyKind.EMERGENCY_CALL_ROUTING,
                        new PolicyName("Emergency-US"),
                        new ChangeKey("x", 1));

        assertThat(house.applied(id)).isInstanceOfSatisfying(Request.NeedsFreshLook.class, it -> {
            assertThat(it.why()).isEqualTo(FreshLookReason.PLAN_CHANGED);
            assertThat(it.terms().schedule()).contains(FROM_DECEMBER);
        });
        house.yes(LEE_APPROVER, id);
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
    }

    @Test
    void an_approver_who_left_before_the_start_approved_nothing() {
        RequestId id = approved();
        passUntil(START);
        house.tenant.leftTheGroups.add(LEE_APPROVER);

        assertThat(house.applied(id))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        it -> assertThat(it.why()).isEqualTo(FreshLookReason.APPROVER_LEFT));
    }

    @Test
    void approved_it_can_be_cancelled_by_the_requester_until_it_starts() {
        RequestId id = approved();

        assertThat(house.requests.deciding().cancel(SAM_ADMIN_AND_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.DecisionNotAllowed.class);
        assertThat(house.requests.deciding().cancel(ANA_ADMIN, id, new DecisionInput.TokenPress("forged")))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().cancel(ANA_ADMIN, id, new DecisionInput.OthersReadAlong()))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().cancel(ANA_ADMIN, id, TYPED)).isInstanceOf(DecisionResult.Withdrawn.class);

        passUntil(START);
        assertThat(house.applied(id)).isInstanceOf(Request.Cancelled.class);
        assertThat(house.tenant.writes).isEmpty();
        assertThat(house.kept.trail().of(id))
                .extracting(record -> record.entry().action())
                .endsWith(Action.CANCELLED);
    }

    @Test
    void once_its_start_has_come_it_is_cancelled_no_more() {
        RequestId id = approved();
        passUntil(START);

        assertThat(house.requests.deciding().cancel(ANA_ADMIN, id, TYPED))
                .isInstanceOf(DecisionResult.DecidedAlready.class);
        assertThat(house.now(id)).isInstanceOf(Request.Approved.class);
    }

    @Test
    void the_fingerprint_that_is_approved_covers_the_days() {
        RequestId id = approved();
        var terms = house.now(id).terms();

        assertThat(terms.fingerprint()).isNotEqualTo(terms.plan().fingerprint());
        assertThat(house.kept.trail().of(id))
                .filteredOn(record -> record.entry().action() != Action.STEP_DONE)
                .allSatisfy(record ->
                        assertThat(record.entry().details()).containsEntry("fingerprint", terms.fingerprint()));
        assertThat(house.kept.trail().of(id).getFirst().entry().details())
                .containsEntry("schedule", "2026-12-01/ Europe/Berlin");
    }

    @Test
    void who_is_approved_after_the_start_is_enrolled_at_once() {
        var asked = (SubmissionResult.Sent) house.requests.asking().submit(inDecember());
        passUntil(Instant.parse("2026-11-26T08:59:00Z"));
        house.yes(LEE_APPROVER, asked.request().id());
        passUntil(START);

        assertThat(house.applied(asked.request().id())).isInstanceOf(Request.Completed.class);
    }

    @Test
    void a_directory_that_does_not_answer_at_the_start_is_waited_for() {
        RequestId id = approved();
        passUntil(START);
        house.tenant.groupsFail = true;

        assertThat(house.requests.applying().run(id)).isInstanceOf(ExecutionResult.Deferred.class);
        assertThat(house.now(id)).isInstanceOf(Request.Approved.class);
    }
}

package dev.linekeeper.core.enrolment;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.POLICY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static dev.linekeeper.service.requests.Sample.permit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StepStopped;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each move of a request carries along. */
class RequestMovesTest {
    private static final RequestId ID = new RequestId(1042);
    private static final Instant LATER = MONDAY.plusSeconds(60);
    private static final Approval BY_LEE = new Approval(LEE, MONDAY, "APPROVER");

    private final Request.Pending pending = Sample.pending(ID, ADELE);
    private final Request.Approved approved = (Request.Approved) pending.approve(permit(pending, LEE));
    private final Request.Applying applying = approved.start(MONDAY);

    @Test
    void an_approval_is_on_record_with_who_when_and_why() {
        assertThat(approved).isEqualTo(new Request.Approved(pending.terms(), List.of(BY_LEE), MONDAY, List.of(), 0));
        assertThat(approved.id()).isEqualTo(ID);
    }

    @Test
    void two_approvals_take_two_approvers() {
        var two = Request.Pending.of(quorum(pending.terms(), 2));

        var once = (Request.Pending) two.approve(permit(two, LEE));

        assertThat(two.approvalsMissing()).isEqualTo(2);
        assertThat(once.approvals()).containsExactly(BY_LEE);
        assertThat(once.approvalsMissing()).isEqualTo(1);
        assertThat(POLICY.rule(once, LEE, true, "", MONDAY))
                .isEqualTo(
                        new ApprovalPolicy.Ruling.Barred(new ApprovalPolicy.DecisionRefusal.AlreadyApproved(MONDAY)));
        assertThat(once.approve(permit(once, KIM))).isInstanceOf(Request.Approved.class);
    }

    @Test
    @Requirement("T15")
    void who_is_no_approver_is_told_whether_they_were_one() {
        assertThat(POLICY.rule(pending, LEE, false, "", MONDAY))
                .isEqualTo(new ApprovalPolicy.Ruling.Barred(new ApprovalPolicy.DecisionRefusal.NotAnApprover(true)));
        assertThat(POLICY.rule(pending, new UserId("zoe"), false, "", MONDAY))
                .isEqualTo(new ApprovalPolicy.Ruling.Barred(new ApprovalPolicy.DecisionRefusal.NotAnApprover(false)));
    }

    @Test
    void a_high_risk_takes_more_approvals_and_never_fewer() {
        var fewer = new ApprovalPolicy(Duration.ofDays(1), 3, 2, List.of(), Duration.ZERO, Duration.ZERO);

        assertThat(POLICY.quorum(risk(Risk.RiskLevel.MEDIUM))).isEqualTo(1);
        assertThat(POLICY.quorum(risk(Risk.RiskLevel.HIGH))).isEqualTo(2);
        assertThat(fewer.quorum(risk(Risk.RiskLevel.HIGH))).isEqualTo(3);
    }

    @Test
    void a_policy_needs_an_approval_and_some_time() {
        assertThat(new ApprovalPolicy(Duration.ofDays(1), 1, 1, List.of(), Duration.ZERO, Duration.ZERO).quorum())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ApprovalPolicy(Duration.ofDays(1), 0, 1, List.of(), Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApprovalPolicy(Duration.ZERO, 1, 1, List.of(), Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> quorum(pending.terms(), 0));
    }

    @Test
    void a_request_ends_without_a_change_in_three_ways() {
        assertThat(pending.deny(permit(pending, LEE), "not now"))
                .isEqualTo(new Request.Rejected(pending.terms(), LEE, "APPROVER", "not now", MONDAY));
        assertThat(pending.cancel(SAM, LATER)).isEqualTo(new Request.Cancelled(pending.terms(), SAM, LATER));
        assertThat(pending.expire(LATER)).isEqualTo(new Request.Expired(pending.terms(), List.of(), LATER));
    }

    @Test
    void a_fresh_look_starts_without_approvals_and_remembers_the_plan_before() {
        var fresh = Sample.plan(new UserId("other"));

        var again = approved.lookAgain(fresh, FreshLookReason.PLAN_CHANGED, LATER, LATER.plusSeconds(9));

        assertThat(again.approvals()).isEmpty();
        assertThat(again.terms().plan()).isEqualTo(fresh);
        assertThat(again.terms().expires()).isEqualTo(LATER.plusSeconds(9));
        assertThat(again.earlier()).isEqualTo(pending.terms().plan());
        assertThat(again.why()).isEqualTo(FreshLookReason.PLAN_CHANGED);
        assertThat(again.with(List.of(BY_LEE)).approvals()).containsExactly(BY_LEE);
    }

    @Test
    void an_approval_may_be_overtaken() {
        assertThat(approved.overtaken(Obstacle.BLOCKED, List.of("RES-04"), LATER))
                .isEqualTo(new Request.Overtaken(
                        pending.terms(), List.of(BY_LEE), Obstacle.BLOCKED, List.of("RES-04"), LATER));
    }

    @Test
    void each_try_is_counted_and_a_finished_step_starts_anew() {
        var tried = applying.begin().begin().inTrouble("busy");

        assertThat(tried.tries()).isEqualTo(2);
        assertThat(tried.trouble()).contains("busy");
        assertThat(tried.stepDone(StepDone.How.WRITTEN, "there", LATER))
                .isEqualTo(new Request.Applying(
                        pending.terms(),
                        List.of(BY_LEE),
                        MONDAY,
                        List.of(new StepDone(0, StepName.RELEASE_NUMBER, StepDone.How.WRITTEN, "there", LATER)),
                        0,
                        0,
                        Optional.empty()));
    }

    @Test
    @Requirement({"T14", "T20"})
    void what_may_have_been_written_stays_so_however_often_it_stops() {
        var written = applying.begin().stop(StopReason.STATE_MOVED, "", MONDAY);

        var stoppedAgain = written.resume(MONDAY).start(LATER).stop(StopReason.BLOCKED, "RES-04", LATER);

        assertThat(stoppedAgain.resume(LATER).isUntouched()).isFalse();
        assertThat(applying.stop(StopReason.MODE, "", MONDAY).resume(LATER).isUntouched())
                .isTrue();
    }

    @Test
    @Requirement("T20")
    void what_stopped_half_way_knows_where_why_and_what_is_left() {
        var stopped =
                applying.stepDone(StepDone.How.WRITTEN, "there", MONDAY).begin().stop(StopReason.REFUSED, "no", LATER);

        assertThat(stopped.stop())
                .isEqualTo(new StepStopped(1, StepName.ASSIGN_NUMBER, StopReason.REFUSED, "no", 1, LATER));
        assertThat(stopped.left()).isEqualTo(pending.terms().plan().steps().subList(1, 6));
        assertThat(stopped.resume(MONDAY).start(MONDAY).next().map(Step::name)).contains(StepName.ASSIGN_NUMBER);
        assertThat(stopped.resume(MONDAY).start(MONDAY).tries()).isZero();
        assertThat(stopped.undone(new RequestId(9), LATER))
                .isEqualTo(new Request.Undone(pending.terms(), stopped.done(), new RequestId(9), LATER));
    }

    @Test
    void nothing_is_stopped_when_no_step_is_left() {
        var through = through();

        assertThatIllegalStateException().isThrownBy(() -> through.stop(StopReason.GAVE_UP, "", LATER));
    }

    @Test
    void no_more_steps_can_be_done_than_were_planned() {
        var done = through().done();
        var oneMore = new ArrayList<>(done);
        oneMore.add(done.getFirst());

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Request.Applying(pending.terms(), List.of(), MONDAY, oneMore, 0, 0, Optional.empty()));
    }

    @Test
    void open_requests_are_those_that_may_still_change_something() {
        var completed = through().complete(new FinalJudgement(Overall.READY, List.of(), MONDAY));
        var again = approved.lookAgain(pending.terms().plan(), FreshLookReason.APPROVER_LEFT, LATER, LATER);

        assertThat(List.<Request>of(pending, again, approved, applying)).allMatch(Request::isOpen);
        assertThat(List.<Request>of(
                        applying.stop(StopReason.MODE, "", LATER),
                        completed,
                        pending.deny(permit(pending, LEE), "no"),
                        pending.expire(LATER),
                        pending.cancel(SAM, LATER),
                        completed.undone(new RequestId(9), LATER),
                        approved.overtaken(Obstacle.NOTHING_LEFT, List.of(), LATER)))
                .noneMatch(Request::isOpen);
    }

    @Test
    void who_could_decide_is_the_only_thing_that_changes_with_the_approvers() {
        var terms = pending.terms();

        var other = terms.withApprovers(Set.of(KIM));

        assertThat(other.approvers()).containsExactly(KIM);
        assertThat(other.withApprovers(terms.approvers())).isEqualTo(terms);
    }

    @Test
    void request_numbers_start_at_one_and_sort_as_numbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(0));
        assertThat(new RequestId(1)).hasToString("SC-1").isLessThan(new RequestId(2));
        assertThat(new RequestId(10)).isGreaterThan(new RequestId(9));
    }

    private Request.Applying through() {
        var through = applying;
        while (through.next().isPresent()) {
            through = through.stepDone(StepDone.How.WRITTEN, "there", MONDAY);
        }
        return through;
    }

    private static Risk risk(Risk.RiskLevel level) {
        return new Risk(level, List.of());
    }

    private static RequestDetails quorum(RequestDetails terms, int quorum) {
        return new RequestDetails(
                terms.id(),
                terms.requester(),
                terms.plan(),
                terms.releaseNumber(),
                terms.reason(),
                terms.askedAt(),
                terms.expires(),
                terms.approvers(),
                quorum,
                terms.rehearsal(),
                terms.undoes(),
                terms.batch(),
                terms.schedule());
    }
}

package dev.linekeeper.service.schedule;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static dev.linekeeper.service.requests.House.SEATTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.OwnReason;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.tenant.ChangeKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enrolments with an end: Adele is enrolled on Monday, 23 November 2026, until 31 December. */
class EndingsTest {
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

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

    private static Schedule until(LocalDate day) {
        return new Schedule(Optional.empty(), Optional.of(day), ZoneId.of("UTC"));
    }

    private Request.Pending asked() {
        return asked(new Intent.EnrolPerson(ADELE, SEATTLE, false), LocalDate.of(2026, 12, 31));
    }

    private Request.Pending asked(Intent intent, LocalDate lastDay) {
        var change = new ChangeRequest(ANA_ADMIN, intent, "project", Optional.of(until(lastDay)));
        return ((SubmissionResult.Sent) house.requests.asking().submit(change)).request();
    }

    private RequestId enrolled() {
        RequestId id = asked().id();
        decided(id);
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
        return id;
    }

    private void decided(RequestId id) {
        house.yes(LEE_APPROVER, id);
        house.yes(PRIYA_APPROVER, id);
    }

    private void passUntil(Instant moment) {
        house.clock.pass(Duration.between(house.clock.instant(), moment));
    }

    private Optional<Duration> ended(RequestId id) {
        return house.requests.ending().end(id);
    }

    private Request latest() {
        return house.kept.requests().latest(1).getFirst();
    }

    private List<Action> actions(RequestId id) {
        return house.kept.trail().of(id).stream()
                .map(record -> record.entry().action())
                .toList();
    }

    @Test
    void an_end_is_asked_for_as_high_risk_and_takes_two() {
        Request.Pending asked = asked();

        assertThat(asked.terms().plan().risk().level()).isEqualTo(RiskLevel.HIGH);
        assertThat(asked.terms().plan().risk().why().getFirst().key()).isEqualTo("plan.risk.temporary");
        assertThat(house.yes(LEE_APPROVER, asked.id())).isInstanceOf(DecisionResult.MoreNeeded.class);
        assertThat(house.yes(PRIYA_APPROVER, asked.id())).isInstanceOf(DecisionResult.FullyApproved.class);
    }

    @Test
    void done_it_is_put_off_until_its_end_with_two_reminders() {
        RequestId id = enrolled();

        assertThat(house.diary.entries)
                .contains("end %s at %s after [2026-12-25T00:00:00Z, 2026-12-31T00:00:00Z]".formatted(id, END));
        assertThat(house.kept.requests().temporary()).extracting(Request::id).containsExactly(id);
    }

    @Test
    void at_its_end_it_is_taken_back_on_the_strength_of_the_approval_that_named_it() {
        RequestId id = enrolled();
        passUntil(END.minusSeconds(1));
        assertThat(ended(id)).isEmpty();
        assertThat(latest().id()).isEqualTo(id);

        passUntil(END);
        assertThat(ended(id)).contains(Duration.ofHours(1));

        var ending = (Request.Approved) latest();
        assertThat(ending.terms().requester()).isEqualTo(UserId.LINEKEEPER);
        assertThat(OwnReason.of(ending.terms().reason())).contains(new OwnReason(OwnReason.Cause.ENDED, id.toString()));
        assertThat(ending.approvals()).extracting(Approval::by).containsExactly(LEE_APPROVER, PRIYA_APPROVER);
        assertThat(house.diary.entries).contains("apply " + ending.id());
        assertThat(house.applied(ending.id())).isInstanceOf(Request.Completed.class);
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(PolicyName.GLOBAL);
        assertThat(house.adele().voiceOn().known()).contains(false);
        assertThat(house.now(id)).isInstanceOf(Request.Undone.class);
        assertThat(house.kept.requests().temporary()).isEmpty();

        assertThat(house.kept.trail().of(ending.id())).element(0).satisfies(record -> {
            assertThat(record.entry().action()).isEqualTo(Action.ASKED);
            assertThat(record.entry().actor()).isEmpty();
        });
        assertThat(house.kept.trail().of(ending.id())).element(1).satisfies(record -> {
            assertThat(record.entry().action()).isEqualTo(Action.APPROVED);
            assertThat(record.entry().actor()).isEmpty();
            assertThat(record.entry().details())
                    .containsEntry("with", id.toString())
                    .containsEntry("approvers", LEE_APPROVER + " " + PRIYA_APPROVER);
        });
        assertThat(actions(ending.id())).endsWith(Action.COMPLETED);
        assertThat(house.kept.trail().verify(List.of())).isInstanceOf(Verification.ChainWhole.class);
        assertThat(ended(id)).isEmpty();
    }

    @Test
    void the_job_that_runs_twice_ends_it_once() {
        RequestId id = enrolled();
        passUntil(END);

        ended(id);
        house = house.restarted(folder, Sample.POLICY);
        assertThat(ended(id)).contains(Duration.ofHours(1));

        assertThat(house.kept.requests().latest(10)).hasSize(2);
    }

    @Test
    void whoever_was_changed_since_is_asked_about_anew_and_nothing_is_written() {
        RequestId id = enrolled();
        house.model
                .ports()
                .policyGrants()
                .grant(ADELE, PolicyKind.SHARED_CALLING, new PolicyName("London"), new ChangeKey("x", 1));
        passUntil(END);
        int writes = house.tenant.writes.size();

        assertThat(ended(id)).isEmpty();

        assertThat(latest()).isInstanceOfSatisfying(Request.Pending.class, anew -> {
            assertThat(anew.terms().plan().purpose()).isEqualTo(Purpose.REMOVE);
            assertThat(anew.terms().requester()).isEqualTo(UserId.LINEKEEPER);
            assertThat(anew.terms().quorum()).isEqualTo(2);
            assertThat(anew.approvals()).isEmpty();
            assertThat(actions(anew.id())).containsExactly(Action.ASKED);
        });
        assertThat(house.tenant.writes).hasSize(writes);
    }

    @Test
    void an_approver_who_left_since_approved_no_end() {
        RequestId id = enrolled();
        passUntil(END);
        house.tenant.leftTheGroups.add(PRIYA_APPROVER);

        ended(id);

        assertThat(house.applied(latest().id()))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        it -> assertThat(it.why()).isEqualTo(FreshLookReason.APPROVER_LEFT));
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(SEATTLE);
    }

    @Test
    void an_end_that_the_process_slept_through_for_days_is_looked_at_again() {
        RequestId id = enrolled();
        passUntil(END.plus(Duration.ofDays(4)));

        ended(id);

        assertThat(house.applied(latest().id()))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        it -> assertThat(it.why()).isEqualTo(FreshLookReason.APPROVAL_OVER));
    }

    @Test
    void it_waits_while_another_request_is_open_or_nothing_may_be_written() {
        RequestId id = enrolled();
        passUntil(END);
        house.mode = OperatingMode.READ_ONLY;
        assertThat(ended(id)).contains(Duration.ofHours(1));
        house.mode = OperatingMode.LIVE;
        var removal =
                house.requests.asking().submit(new ChangeRequest(ANA_ADMIN, new Intent.RemovePerson(ADELE), "left"));
        assertThat(removal).isInstanceOf(SubmissionResult.Sent.class);

        assertThat(ended(id)).contains(Duration.ofHours(1));

        assertThat(latest().terms().requester()).isEqualTo(ANA_ADMIN);
    }

    @Test
    void what_cannot_be_read_is_waited_for() {
        RequestId id = enrolled();
        passUntil(END);
        house.tenant.voiceFails = true;

        assertThat(ended(id)).contains(Duration.ofHours(1));

        assertThat(latest().id()).isEqualTo(id);
    }

    @Test
    void who_is_extended_keeps_it_until_the_new_day_and_is_put_back_as_before_the_first() {
        RequestId id = enrolled();
        var longer = asked(new Intent.KeepPerson(ADELE, SEATTLE), LocalDate.of(2027, 1, 31));
        assertThat(longer.terms().plan().changes()).isEmpty();
        int writes = house.tenant.writes.size();
        decided(longer.id());
        assertThat(house.applied(longer.id())).isInstanceOf(Request.Completed.class);
        assertThat(house.tenant.writes).hasSize(writes);

        passUntil(END);
        assertThat(ended(id)).isEmpty();
        assertThat(latest().id()).isEqualTo(longer.id());

        passUntil(Instant.parse("2027-02-01T00:00:00Z"));
        ended(longer.id());
        assertThat(latest().terms().undoes()).contains(id);
        assertThat(house.applied(latest().id())).isInstanceOf(Request.Completed.class);
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(PolicyName.GLOBAL);
        assertThat(ended(longer.id())).isEmpty();
    }

    @Test
    void an_extension_that_was_denied_changes_nothing() {
        RequestId id = enrolled();
        var longer = asked(new Intent.KeepPerson(ADELE, SEATTLE), LocalDate.of(2027, 1, 31));
        house.requests.deciding().deny(LEE_APPROVER, longer.id(), "no budget", new DecisionInput.Typed());
        passUntil(END);

        ended(id);

        assertThat(house.applied(latest().id())).isInstanceOf(Request.Completed.class);
        assertThat(house.now(id)).isInstanceOf(Request.Undone.class);
    }

    @Test
    void everybody_may_ask_for_more_time_for_themselves_and_nobody_for_others() {
        enrolled();
        var keep = new Intent.KeepPerson(ADELE, SEATTLE);
        var days = Optional.of(until(LocalDate.of(2027, 1, 31)));

        assertThat(house.requests.asking().submit(new ChangeRequest(LEE_APPROVER, keep, "", days)))
                .isInstanceOf(SubmissionResult.SubmissionNotAllowed.class);
        assertThat(house.requests.asking().submit(new ChangeRequest(ADELE, keep, "", days)))
                .isInstanceOf(SubmissionResult.Sent.class);
    }

    @Test
    void who_is_moved_for_a_while_is_moved_back() {
        RequestId first = enrolled();
        var move = asked(new Intent.EnrolPerson(ADELE, new PolicyName("London"), false), LocalDate.of(2027, 1, 31));
        decided(move.id());
        assertThat(house.applied(move.id())).isInstanceOf(Request.Completed.class);
        passUntil(END);
        assertThat(ended(first)).isEmpty();

        passUntil(Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(ended(move.id())).contains(Duration.ofHours(1));
        assertThat(house.applied(latest().id())).isInstanceOf(Request.Completed.class);
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(SEATTLE);

        // The enrolment below it ended a month ago: too long for its approval, so the same people look again.
        assertThat(ended(move.id())).contains(Duration.ofHours(1));
        RequestId below = latest().id();
        assertThat(house.applied(below)).isInstanceOf(Request.NeedsFreshLook.class);
        decided(below);
        assertThat(house.applied(below)).isInstanceOf(Request.Completed.class);
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(PolicyName.GLOBAL);
        assertThat(ended(move.id())).isEmpty();
    }

    @Test
    void whose_last_day_is_over_before_it_is_applied_is_not_enrolled() {
        var asked = asked(new Intent.EnrolPerson(ADELE, SEATTLE, false), LocalDate.of(2026, 11, 24));
        decided(asked.id());
        passUntil(Instant.parse("2026-11-25T00:00:00Z"));

        assertThat(house.applied(asked.id()))
                .isInstanceOfSatisfying(
                        Request.Overtaken.class, it -> assertThat(it.why()).isEqualTo(Obstacle.ENDED));
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    void a_dry_run_ends_nothing() {
        house.mode = OperatingMode.DRY_RUN;
        RequestId id = asked().id();
        decided(id);
        house.applied(id);
        house.mode = OperatingMode.LIVE;
        passUntil(END);

        assertThat(ended(id)).isEmpty();
        assertThat(house.kept.requests().temporary()).isEmpty();
        assertThat(house.diary.entries).noneMatch(entry -> entry.startsWith("end "));
    }

    @Test
    void only_the_last_day_that_counts_is_told_before() {
        RequestId id = enrolled();
        house.requests.announcing().endsSoon(id);
        assertThat(house.told).extracting(Request::id).contains(id);
        var longer = asked(new Intent.KeepPerson(ADELE, SEATTLE), LocalDate.of(2027, 1, 31));
        decided(longer.id());
        house.applied(longer.id());
        house.told.clear();

        house.requests.announcing().endsSoon(id);

        assertThat(house.told).isEmpty();
    }
}

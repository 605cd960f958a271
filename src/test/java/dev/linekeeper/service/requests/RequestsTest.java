package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static dev.linekeeper.service.requests.House.SAM_ADMIN_AND_APPROVER;
import static dev.linekeeper.service.requests.House.SEATTLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.enrolment.OperatingMode;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Risk;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.ApprovalPolicy;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.people.RolesNotRead;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.ChangeKey;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.service.tenant.Throttles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    private static final DecisionInput TYPED = new DecisionInput.Typed();
    private static final ApprovalPolicy ONE = Sample.POLICY;
    private static final ApprovalPolicy TWO =
            new ApprovalPolicy(Duration.ofDays(3), 2, 2, List.of(), Duration.ofDays(7), Duration.ofHours(1));

    @TempDir
    Path folder;

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
    @Requirement("T21")
    void from_asking_to_done_and_back() {
        Request.Approved approved = house.approved();
        assertThat(house.diary.entries).contains("apply SC-1001");

        Request done = house.applied(approved.id());
        assertThat(done).isInstanceOfSatisfying(Request.Completed.class, it -> {
            assertThat(it.proof().overall()).isIn(Overall.READY, Overall.READY_WITH_WARNINGS);
            assertThat(it.done()).extracting(StepDone::name).endsWith(StepName.GRANT_SC, StepName.VERIFY);
        });
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(SEATTLE);

        var undo = (SubmissionResult.Sent) house.requests
                .asking()
                .submit(new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(approved.id()), "wrong person"));
        // To take somebody's calls away is of high risk, and that takes two.
        assertThat(house.yes(LEE_APPROVER, undo.request().id())).isInstanceOf(DecisionResult.MoreNeeded.class);
        house.yes(PRIYA_APPROVER, undo.request().id());
        assertThat(house.applied(undo.request().id())).isInstanceOf(Request.Completed.class);
        assertThat(house.policyOfAdele(PolicyKind.SHARED_CALLING)).isEqualTo(PolicyName.GLOBAL);
        assertThat(house.adele().voiceOn().known()).contains(false);
        assertThat(house.now(approved.id()))
                .isInstanceOfSatisfying(
                        Request.Undone.class,
                        it -> assertThat(it.by()).isEqualTo(undo.request().id()));

        assertThat(house.kept.trail().verify(List.of())).isInstanceOf(Verification.ChainWhole.class);
        assertThat(house.kept.trail().of(approved.id()))
                .extracting(record -> record.entry().action())
                .startsWith(Action.ASKED, Action.APPROVED, Action.APPLYING_STARTED, Action.STEP_DONE)
                .endsWith(Action.COMPLETED, Action.UNDONE);
    }

    @Test
    void wherever_the_power_is_cut_a_restart_finishes_and_writes_nothing_twice() {
        RequestId id = house.approved().id();
        int cuts = 0;
        var writes = new ArrayList<String>();
        for (int moment = 0; moment < 200; moment++) {
            house.fuse.blowAfter(moment % 7);
            try {
                house.applied(id);
                break;
            } catch (House.Fuse.PowerCut cut) {
                cuts++;
                writes.addAll(house.tenant.writes);
                house = house.restarted(folder, ONE);
            }
        }
        writes.addAll(house.tenant.writes);
        assertThat(cuts).isGreaterThan(5);
        assertThat(house.now(id)).isInstanceOf(Request.Completed.class);
        assertThat(writes)
                .doesNotHaveDuplicates()
                .hasSize(house.now(id).terms().plan().changes().size());
        assertThat(house.kept.trail().verify(List.of())).isInstanceOf(Verification.ChainWhole.class);
    }

    @Test
    @Requirement("T18")
    void each_single_moment_of_an_apply_survives_a_power_cut(@TempDir Path other) {
        house.close();
        boolean cut = true;
        int moment = 0;
        for (; cut; moment++) {
            Path here = other.resolve("cut-" + moment);
            house = new House(here, ONE);
            RequestId id = house.approved().id();
            house.fuse.blowAfter(moment);
            var writes = new ArrayList<String>();
            try {
                house.applied(id);
                cut = false;
            } catch (House.Fuse.PowerCut atThatMoment) {
                writes.addAll(house.tenant.writes);
                house = house.restarted(here, ONE);
                house.applied(id);
            }
            writes.addAll(house.tenant.writes);
            assertThat(house.now(id)).as("cut at %d", moment).isInstanceOf(Request.Completed.class);
            assertThat(writes).as("cut at %d", moment).doesNotHaveDuplicates();
            house.close();
        }
        assertThat(moment).isGreaterThan(20);
        house = new House(folder.resolve("last"), ONE);
    }

    @Test
    @Requirement("T11")
    void of_two_approvers_at_once_one_wins_and_the_other_sees_who_and_when() throws Exception {
        RequestId id = house.asked().id();
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Future<DecisionResult>>();
            for (var approver : List.of(LEE_APPROVER, PRIYA_APPROVER)) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return house.requests.deciding().approve(approver, id, TYPED);
                }));
            }
            var decided = List.of(answers.get(0).get(), answers.get(1).get());
            assertThat(decided)
                    .filteredOn(DecisionResult.FullyApproved.class::isInstance)
                    .hasSize(1);
            assertThat(decided)
                    .filteredOn(DecisionResult.DecidedAlready.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            DecisionResult.DecidedAlready.class,
                            late -> assertThat(late.now()).isEqualTo(house.now(id)));
        }
        assertThat(house.diary.entries)
                .filteredOn(entry -> entry.startsWith("apply"))
                .hasSize(1);
    }

    @Test
    @Requirement("T14")
    void a_tenant_that_moved_on_sends_the_plan_back_to_the_approver() {
        Request.Approved approved = house.approved();
        house.model
                .ports()
                .policyGrants()
                .grant(ADELE, PolicyKind.EMERGENCY_CALL_ROUTING, new PolicyName("Emergency-US"), new ChangeKey("x", 1));
        assertThat(house.applied(approved.id())).isInstanceOfSatisfying(Request.NeedsFreshLook.class, look -> {
            assertThat(look.why()).isEqualTo(FreshLookReason.PLAN_CHANGED);
            assertThat(look.terms().plan().fingerprint())
                    .isNotEqualTo(look.earlier().fingerprint());
        });
        assertThat(house.tenant.writes).isEmpty();
        house.requests.deciding().approve(PRIYA_APPROVER, approved.id(), TYPED);
        assertThat(house.applied(approved.id())).isInstanceOf(Request.Completed.class);
    }

    @Test
    @Requirement("T1")
    void an_approver_who_left_has_not_approved() {
        Request.Approved approved = house.approved();
        house.clock.pass(Duration.ofMinutes(1));
        house.tenant.leftTheGroups.add(LEE_APPROVER);
        assertThat(house.applied(approved.id()))
                .isInstanceOfSatisfying(
                        Request.NeedsFreshLook.class,
                        look -> assertThat(look.why()).isEqualTo(FreshLookReason.APPROVER_LEFT));
    }

    @Test
    void an_approver_who_cannot_be_looked_up_has_not_left() {
        Request.Approved approved = house.approved();
        house.clock.pass(Duration.ofMinutes(1));
        house.tenant.groupsFail = true;
        assertThat(house.requests.applying().run(approved.id())).isInstanceOf(ExecutionResult.Deferred.class);
        assertThat(house.now(approved.id())).isInstanceOf(Request.Approved.class);
        house.tenant.groupsFail = false;
        assertThat(house.applied(approved.id())).isInstanceOf(Request.Completed.class);
    }

    @Test
    @Requirement("T16")
    void a_request_that_expired_while_the_process_was_down_cannot_be_approved() {
        RequestId id = house.asked().id();
        house.clock.pass(Duration.ofDays(3));
        house = house.restarted(folder, ONE);
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.TimeOver.class);
        assertThat(house.now(id)).isInstanceOf(Request.Expired.class);
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.DecidedAlready.class);
    }

    @Test
    @Requirement({"T1", "T3"})
    void who_asked_whom_it_is_for_and_who_is_no_approver_do_not_decide() {
        var own = ((SubmissionResult.Sent) house.requests
                        .asking()
                        .submit(new ChangeRequest(
                                SAM_ADMIN_AND_APPROVER, new Intent.EnrolPerson(ADELE, SEATTLE, false), "")))
                .request();
        assertThat(own.terms().approvers()).containsExactlyInAnyOrder(LEE_APPROVER, PRIYA_APPROVER);
        assertThat(house.requests.deciding().approve(SAM_ADMIN_AND_APPROVER, own.id(), TYPED))
                .isEqualTo(new DecisionResult.DeciderRefused(own, new DecisionRefusal.OwnRequest()));
        assertThat(house.requests.deciding().approve(ADELE, own.id(), TYPED))
                .isEqualTo(new DecisionResult.DeciderRefused(own, new DecisionRefusal.Beneficiary()));
        assertThat(house.requests.deciding().approve(ANA_ADMIN, own.id(), TYPED))
                .isEqualTo(new DecisionResult.DeciderRefused(own, new DecisionRefusal.NotAnApprover(false)));
        house.tenant.leftTheGroups.add(LEE_APPROVER);
        assertThat(house.requests.deciding().approve(LEE_APPROVER, own.id(), TYPED))
                .isEqualTo(new DecisionResult.DeciderRefused(own, new DecisionRefusal.NotAnApprover(true)));
        assertThat(house.kept.trail().of(own.id()))
                .extracting(record -> record.entry().action())
                .containsExactly(Action.ASKED, Action.REFUSED, Action.REFUSED, Action.REFUSED, Action.REFUSED);
    }

    @Test
    @Requirement("T3")
    void two_have_to_agree_and_not_the_same_one_twice() {
        house.close();
        house = new House(folder.resolve("two"), TWO);
        RequestId id = house.asked().id();
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.MoreNeeded.class);
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, TYPED))
                .isInstanceOfSatisfying(
                        DecisionResult.DeciderRefused.class,
                        it -> assertThat(it.why()).isInstanceOf(DecisionRefusal.AlreadyApproved.class));
        assertThat(house.requests.deciding().approve(PRIYA_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.FullyApproved.class);
    }

    @Test
    void a_denial_needs_a_reason_and_the_requester_alone_cancels() {
        RequestId id = house.asked().id();
        assertThat(house.requests.deciding().deny(LEE_APPROVER, id, "  ", TYPED))
                .isInstanceOf(DecisionResult.ReasonNeeded.class);
        assertThat(house.requests.deciding().cancel(LEE_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.DecisionNotAllowed.class);
        assertThat(house.requests.deciding().deny(LEE_APPROVER, id, "not yet", TYPED))
                .isInstanceOf(DecisionResult.Denied.class);
        assertThat(house.requests.deciding().cancel(ANA_ADMIN, id, TYPED))
                .isInstanceOf(DecisionResult.DecidedAlready.class);
        assertThat(house.requests.deciding().cancel(ANA_ADMIN, house.asked().id(), TYPED))
                .isInstanceOf(DecisionResult.Withdrawn.class);
    }

    @Test
    void a_button_is_still_good_when_it_could_not_be_looked_up_who_pressed_it() {
        RequestId id = house.asked().id();
        var stored = house.kept.requests().find(id).orElseThrow();
        var button = new DecisionInput.TokenPress(house.tokens.issue(
                stored,
                RequestAction.APPROVE,
                LEE_APPROVER,
                stored.request().terms().expires()));
        house.tenant.groupsFail = true;
        assertThatThrownBy(() -> house.requests.deciding().approve(LEE_APPROVER, id, button))
                .isInstanceOf(RolesNotRead.class);
        assertThat(house.now(id)).isInstanceOf(Request.Pending.class);
        house.tenant.groupsFail = false;
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, button))
                .isInstanceOf(DecisionResult.FullyApproved.class);
    }

    @Test
    @Requirement({"T4", "T26"})
    void a_decision_where_others_read_along_is_refused_and_recorded() {
        var here = new DecisionInput.OthersReadAlong();
        RequestId id = house.asked().id();
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, here))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().deny(LEE_APPROVER, id, "no", here))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().cancel(ANA_ADMIN, id, here))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(refusals(id))
                .containsExactly(
                        tuple(LEE_APPROVER, "approve", "not in a personal chat"),
                        tuple(LEE_APPROVER, "deny", "not in a personal chat"),
                        tuple(ANA_ADMIN, "cancel", "not in a personal chat"));
    }

    @Test
    @Requirement({"T10", "T26"})
    void every_button_that_is_not_good_is_recorded_without_its_token() {
        RequestId id = house.asked().id();
        var stored = house.kept.requests().find(id).orElseThrow();
        var foreign = house.tokens.issue(
                stored,
                RequestAction.APPROVE,
                PRIYA_APPROVER,
                house.clock.instant().plus(Duration.ofDays(1)));
        var expired = house.tokens.issue(
                stored,
                RequestAction.APPROVE,
                LEE_APPROVER,
                house.clock.instant().minusSeconds(1));
        for (String token : List.of("", "made up", foreign, expired)) {
            assertThat(house.requests.deciding().approve(LEE_APPROVER, id, new DecisionInput.TokenPress(token)))
                    .isInstanceOf(DecisionResult.StaleButton.class);
        }
        assertThat(refusals(id))
                .containsExactly(
                        tuple(LEE_APPROVER, "approve", "button without a token"),
                        tuple(LEE_APPROVER, "approve", "button not good"),
                        tuple(LEE_APPROVER, "approve", "button not good"),
                        tuple(LEE_APPROVER, "approve", "button not good"));
        assertThat(house.kept.trail().of(id))
                .noneMatch(
                        record -> List.of("made up", foreign, expired).stream().anyMatch(record.payload()::contains));
    }

    private List<Tuple> refusals(RequestId id) {
        return house.kept.trail().of(id).stream()
                .map(AuditRecord::entry)
                .filter(entry -> entry.action() == AuditEntry.Action.REFUSED)
                .map(entry -> tuple(
                        entry.actor().orElseThrow(),
                        entry.details().get("tried"),
                        entry.details().get("why")))
                .toList();
    }

    @Test
    @Requirement("T10")
    void a_button_works_once_for_the_reader_the_verb_and_the_state_it_was_made_for() {
        RequestId id = house.asked().id();
        var stored = house.kept.requests().find(id).orElseThrow();
        var good = new DecisionInput.TokenPress(house.tokens.issue(
                stored,
                RequestAction.APPROVE,
                LEE_APPROVER,
                stored.request().terms().expires()));
        assertThat(house.requests.deciding().approve(PRIYA_APPROVER, id, good))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().deny(LEE_APPROVER, id, "no", good))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, new DecisionInput.TokenPress("made up")))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.now(id)).isInstanceOf(Request.Pending.class);
        assertThat(house.kept.trail().of(id))
                .map(AuditRecord::entry)
                .filteredOn(entry -> entry.action() == AuditEntry.Action.REFUSED)
                .extracting(
                        entry -> entry.actor().orElseThrow(),
                        entry -> entry.details().get("tried"))
                .containsExactly(
                        tuple(PRIYA_APPROVER, "approve"), tuple(LEE_APPROVER, "deny"), tuple(LEE_APPROVER, "approve"));
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, good))
                .isInstanceOf(DecisionResult.FullyApproved.class);
        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, good))
                .isInstanceOf(DecisionResult.DecidedAlready.class);
    }

    @Test
    @Requirement("T4")
    void nothing_is_decided_where_others_read_along_nor_by_a_card_without_a_token() {
        RequestId id = house.asked().id();
        RequestDecision deciding = house.requests.deciding();
        var there = new DecisionInput.OthersReadAlong();
        var bare = new DecisionInput.TokenPress("");
        assertThat(List.of(
                        deciding.approve(LEE_APPROVER, id, there),
                        deciding.confirm(LEE_APPROVER, id, there),
                        deciding.deny(LEE_APPROVER, id, "no", there),
                        deciding.deny(LEE_APPROVER, id, " ", there),
                        deciding.cancel(ANA_ADMIN, id, there)))
                .hasOnlyElementsOfType(DecisionResult.StaleButton.class);
        assertThat(List.of(
                        deciding.approve(LEE_APPROVER, id, bare),
                        deciding.confirm(LEE_APPROVER, id, bare),
                        deciding.deny(LEE_APPROVER, id, "no", bare),
                        deciding.cancel(ANA_ADMIN, id, bare)))
                .hasOnlyElementsOfType(DecisionResult.StaleButton.class);
        assertThat(house.now(id)).isInstanceOf(Request.Pending.class);
    }

    @Test
    @Requirement("T4")
    void nothing_that_stopped_goes_on_where_others_read_along() {
        RequestId id = house.approved().id();
        house.mode = OperatingMode.READ_ONLY;
        assertThat(house.applied(id)).isInstanceOf(Request.PartlyApplied.class);

        assertThat(house.requests.deciding().retry(ANA_ADMIN, id, new DecisionInput.OthersReadAlong()))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.now(id)).isInstanceOf(Request.PartlyApplied.class);
    }

    @Test
    @Requirement("T10")
    void an_approval_of_high_risk_is_asked_for_twice_of_the_same_person_about_the_same_state() {
        RequestId id = grave();
        var question =
                (DecisionResult.ConfirmationNeeded) house.requests.deciding().approve(LEE_APPROVER, id, TYPED);
        var second = new DecisionInput.TokenPress(question.token());
        assertThat(house.now(id)).isInstanceOf(Request.Pending.class);

        assertThat(house.requests.deciding().approve(LEE_APPROVER, id, second))
                .as("the first yes is another button")
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().confirm(PRIYA_APPROVER, id, second))
                .as("somebody else's")
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().confirm(PRIYA_APPROVER, id, TYPED))
                .as("typed by who was not asked")
                .isInstanceOf(DecisionResult.ConfirmationNeeded.class);
        assertThat(house.requests.deciding().confirm(ANA_ADMIN, id, TYPED))
                .isInstanceOf(DecisionResult.DeciderRefused.class);
        assertThat(house.yes(PRIYA_APPROVER, id)).isInstanceOf(DecisionResult.MoreNeeded.class);
        assertThat(house.requests.deciding().confirm(LEE_APPROVER, id, second))
                .as("asked before Priya approved")
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().confirm(LEE_APPROVER, id, TYPED))
                .as("the same, typed")
                .isInstanceOf(DecisionResult.ConfirmationNeeded.class);
        assertThat(house.requests.deciding().confirm(LEE_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.FullyApproved.class);
    }

    @Test
    @Requirement("T10")
    void the_second_yes_is_good_once_and_not_for_long() {
        RequestId id = grave();
        var first =
                (DecisionResult.ConfirmationNeeded) house.requests.deciding().approve(LEE_APPROVER, id, TYPED);
        house.clock.pass(Duration.ofMinutes(11));
        assertThat(house.requests.deciding().confirm(LEE_APPROVER, id, TYPED))
                .isInstanceOf(DecisionResult.ConfirmationNeeded.class);
        assertThat(house.requests.deciding().confirm(LEE_APPROVER, id, new DecisionInput.TokenPress(first.token())))
                .isInstanceOf(DecisionResult.StaleButton.class);
        assertThat(house.requests.deciding().confirm(LEE_APPROVER, id, new DecisionInput.TokenPress("")))
                .as("nobody presses what is typed")
                .isInstanceOf(DecisionResult.StaleButton.class);
    }

    private RequestId grave() {
        var sent = (SubmissionResult.Sent) house.requests.asking().submit(House.enrolAdele(), 50);
        return sent.request().id();
    }

    @Test
    void asking_says_what_speaks_against_it() {
        Request open = house.asked();
        assertThat(house.requests.asking().submit(House.enrolAdele()))
                .isEqualTo(new SubmissionResult.PersonHasOpenRequest(open, false));
        assertThat(house.requests.asking().submit(new ChangeRequest(LEE_APPROVER, new Intent.RemovePerson(ADELE), "")))
                .isInstanceOf(SubmissionResult.SubmissionNotAllowed.class);
        assertThat(House.planned(house.requests
                        .asking()
                        .submit(new ChangeRequest(
                                ANA_ADMIN, new Intent.EnrolPerson(LEE_APPROVER, SEATTLE, false), ""))))
                .isInstanceOf(PlanResult.NothingToDo.class);
        assertThat(House.planned(house.requests
                        .asking()
                        .preview(ANA_ADMIN, new Intent.EnrolPerson(PRIYA_APPROVER, new PolicyName("Reno"), false))))
                .isInstanceOf(PlanResult.Blocked.class);
        assertThat(house.requests.asking().submit(new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(open.id()), "")))
                .isInstanceOf(SubmissionResult.NotUndoable.class);
        assertThat(house.requests
                        .asking()
                        .submit(new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(new RequestId(9)), "")))
                .isEqualTo(new SubmissionResult.UnknownRequest(new RequestId(9)));
        house.mode = OperatingMode.READ_ONLY;
        assertThat(house.requests.asking().submit(House.enrolAdele())).isEqualTo(new SubmissionResult.ReadOnly());
    }

    @Test
    @Requirement("T2")
    void what_too_few_could_approve_is_not_sent() {
        ApprovalPolicy three =
                new ApprovalPolicy(Duration.ofDays(3), 1, 3, List.of(), Duration.ofDays(7), Duration.ofHours(1));
        house = house.restarted(folder, three);
        house.tenant.leftTheGroups.add(SAM_ADMIN_AND_APPROVER);

        assertThat(house.requests.asking().submit(House.enrolAdele(), 50))
                .as("a high risk, for which Lee and Priya alone are left")
                .isEqualTo(new SubmissionResult.TooFewApprovers(3, 2));
        assertThat(house.kept.requests().open(ADELE)).isEmpty();
        assertThat(house.requests.asking().submit(House.enrolAdele()))
                .as("a low risk, which one may approve")
                .isInstanceOf(SubmissionResult.Sent.class);
    }

    @Test
    @Requirement("T2")
    void without_a_group_of_approvers_or_with_an_empty_one_nothing_is_sent() {
        house.tenant.leftTheGroups.addAll(List.of(LEE_APPROVER, PRIYA_APPROVER, SAM_ADMIN_AND_APPROVER));
        assertThat(house.requests.asking().submit(House.enrolAdele()))
                .isEqualTo(new SubmissionResult.TooFewApprovers(1, 0));

        house.approvers = Set.of();
        assertThat(house.scoped(Map.of()).asking().submit(House.enrolAdele()))
                .isEqualTo(new SubmissionResult.TooFewApprovers(1, 0));
        assertThat(house.kept.requests().open(ADELE)).isEmpty();
    }

    @Test
    @Requirement("T15")
    void who_was_asked_stays_with_the_request_whoever_is_an_approver_by_now() {
        RequestId id = house.asked().id();
        house.tenant.leftTheGroups.add(LEE_APPROVER);
        house.clock.pass(Duration.ofMinutes(1));

        assertThat(house.now(id).terms().approvers())
                .containsExactlyInAnyOrder(LEE_APPROVER, PRIYA_APPROVER, SAM_ADMIN_AND_APPROVER);
        assertThat(house.kept.trail().of(id).getFirst().entry().details().get("approvers"))
                .contains(LEE_APPROVER.value(), PRIYA_APPROVER.value(), SAM_ADMIN_AND_APPROVER.value());
    }

    @Test
    @Requirement("T17")
    void a_decision_is_answered_before_anything_is_written_and_leaves_a_job() {
        RequestId id = house.approved().id();

        assertThat(house.tenant.writes).isEmpty();
        assertThat(house.diary.entries).contains("apply " + id);
    }

    @Test
    void who_asks_and_who_is_concerned_count_for_no_approver() {
        house = house.restarted(folder, TWO);
        house.tenant.leftTheGroups.add(PRIYA_APPROVER);

        assertThat(house.requests
                        .asking()
                        .submit(new ChangeRequest(
                                SAM_ADMIN_AND_APPROVER, new Intent.EnrolPerson(ADELE, SEATTLE, false), "")))
                .isEqualTo(new SubmissionResult.TooFewApprovers(2, 1));
    }

    @Test
    void who_is_one_of_many_is_asked_for_with_more_care() {
        var sent = (SubmissionResult.Sent) house.requests.asking().submit(House.enrolAdele(), 50);
        assertThat(sent.request().terms().plan().risk().level()).isEqualTo(Risk.RiskLevel.HIGH);
        assertThat(sent.request().terms().plan().risk().why()).startsWith(Explanation.of("plan.risk.batch", 50));
    }

    @Test
    void a_dry_run_goes_the_whole_way_and_writes_nothing() {
        house.mode = OperatingMode.DRY_RUN;
        Request done = house.applied(house.approved().id());
        assertThat(done)
                .isInstanceOfSatisfying(
                        Request.Completed.class,
                        it -> assertThat(it.done()).extracting(StepDone::how).contains(StepDone.How.REHEARSED));
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    @Requirement("T19")
    void a_busy_tenant_is_asked_again_and_a_refusal_stops() {
        RequestId id = house.approved().id();
        house.tenant.failures.add(new BackendFailure(BackendFailure.FailureKind.THROTTLED, "slow down"));
        house.tenant.failures.add(new BackendFailure(BackendFailure.FailureKind.TRANSIENT, "gone for a moment"));
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);

        RequestId undo = ((SubmissionResult.Sent)
                        house.requests.asking().submit(new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(id), "")))
                .request()
                .id();
        house.yes(LEE_APPROVER, undo);
        house.yes(PRIYA_APPROVER, undo);
        house.tenant.failures.add(new BackendFailure(BackendFailure.FailureKind.DENIED, "no permission"));
        assertThat(house.applied(undo)).isInstanceOfSatisfying(Request.PartlyApplied.class, it -> {
            assertThat(it.stop().why()).isEqualTo(StopReason.REFUSED);
            assertThat(it.stop().detail()).isEqualTo("no permission");
            assertThat(it.left()).isNotEmpty();
        });
        assertThat(house.requests.deciding().retry(LEE_APPROVER, undo, TYPED))
                .isInstanceOf(DecisionResult.Resumed.class);
        assertThat(house.applied(undo)).isInstanceOf(Request.Completed.class);
        assertThat(house.now(id)).isInstanceOf(Request.Undone.class);
    }

    @Test
    void a_turn_that_does_not_come_is_not_a_try() {
        RequestId id = house.approved().id();
        for (int i = 0; i < 10; i++) {
            house.tenant.failures.add(Throttles.tooFar(Duration.ofSeconds(30)));
        }
        Instant began = house.clock.instant();
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
        assertThat(Duration.between(began, house.clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void what_a_step_has_read_back_is_what_the_next_one_compares_with() {
        RequestId id = house.approved().id();
        house.tenant.read.clear();
        int steps = house.tenant.writes.size();
        assertThat(house.applied(id)).isInstanceOf(Request.Completed.class);
        steps = house.tenant.writes.size() - steps;
        assertThat(house.tenant.read)
                .as("before the plan, before the first step, after each step, and at the end")
                .hasSize(1 + 1 + steps + 1);
    }

    @Test
    void what_fails_again_and_again_is_given_up_and_said() {
        RequestId id = house.approved().id();
        for (int i = 0; i < 3; i++) {
            house.tenant.failures.add(new BackendFailure(BackendFailure.FailureKind.TRANSIENT, "502"));
        }
        assertThat(house.applied(id)).isInstanceOfSatisfying(Request.PartlyApplied.class, it -> {
            assertThat(it.stop().why()).isEqualTo(StopReason.GAVE_UP);
            assertThat(it.stop().tries()).isEqualTo(3);
        });
    }

    @Test
    @Requirement("T37")
    void the_mode_counts_when_it_is_applied_too() {
        RequestId id = house.approved().id();
        house.mode = OperatingMode.READ_ONLY;
        assertThat(house.applied(id))
                .isInstanceOfSatisfying(
                        Request.PartlyApplied.class,
                        it -> assertThat(it.stop().why()).isEqualTo(StopReason.MODE));
        assertThat(house.tenant.writes).isEmpty();
    }

    @Test
    void a_power_cut_while_deciding_leaves_all_of_it_or_nothing() {
        RequestId id = house.asked().id();
        house.fuse.blowAfter(1);
        assertThatThrownBy(() -> house.requests.deciding().approve(LEE_APPROVER, id, TYPED))
                .isInstanceOf(House.Fuse.PowerCut.class);
        house = house.restarted(folder, ONE);
        assertThat(house.now(id)).isInstanceOf(Request.Pending.class);
        assertThat(house.kept.trail().of(id)).hasSize(1);
    }

    /** What a button's token is good for, and what of it is stored. */
    @Nested
    class ButtonTokensTest {
        private static final Instant FRIDAY = Sample.MONDAY.plus(Duration.ofDays(4));

        private final HandClock clock = new HandClock(Sample.MONDAY);
        private final Map<String, Instant> kept = new HashMap<>();
        private final ButtonTokens tokens = new ButtonTokens(new InMemory(), clock);
        private final Stored request = stored(1001, 3);
        private final String token = tokens.issue(request, RequestAction.APPROVE, LEE_APPROVER, FRIDAY);

        @Test
        @Requirement("T10")
        void a_token_is_good_for_its_request_in_its_version_alone() {
            assertThat(tokens.redeem(token, stored(1002, 3), RequestAction.APPROVE, LEE_APPROVER))
                    .isFalse();
            assertThat(tokens.redeem(token, stored(1001, 4), RequestAction.APPROVE, LEE_APPROVER))
                    .isFalse();
            assertThat(tokens.redeem(token, request, RequestAction.APPROVE, LEE_APPROVER))
                    .isTrue();
        }

        @Test
        @Requirement("T10")
        void a_token_is_good_for_its_verb_and_its_reader_alone() {
            assertThat(tokens.redeem(token, request, RequestAction.DENY, LEE_APPROVER))
                    .isFalse();
            assertThat(tokens.redeem(token, request, RequestAction.APPROVE, PRIYA_APPROVER))
                    .isFalse();
            assertThat(tokens.redeem(token, request, RequestAction.APPROVE, LEE_APPROVER))
                    .isTrue();
        }

        @Test
        @Requirement("T10")
        void a_token_expires() {
            clock.pass(Duration.ofDays(4));

            assertThat(tokens.redeem(token, request, RequestAction.APPROVE, LEE_APPROVER))
                    .isFalse();
        }

        @Test
        @Requirement("T10")
        void a_token_is_another_each_time_and_long_enough_not_to_be_guessed() {
            assertThat(tokens.issue(request, RequestAction.APPROVE, LEE_APPROVER, FRIDAY))
                    .isNotEqualTo(token)
                    .hasSize(22);
        }

        @Test
        @Requirement("T10")
        void a_hash_is_stored_and_opens_nothing() {
            String hash = kept.keySet().iterator().next();

            assertThat(hash).matches("[0-9a-f]{64}").doesNotContain(token);
            assertThat(tokens.redeem(hash, request, RequestAction.APPROVE, LEE_APPROVER))
                    .isFalse();
        }

        private static Stored stored(int number, long version) {
            return new Stored(Sample.pending(new RequestId(number), ADELE), version);
        }

        private final class InMemory implements ButtonTokens.Store {
            @Override
            public void save(String hash, Instant expires) {
                kept.put(hash, expires);
            }

            @Override
            public boolean take(String hash, Instant now) {
                Instant expires = kept.get(hash);
                return expires != null && expires.isAfter(now) && kept.remove(hash) != null;
            }

            @Override
            public int purge(Instant now) {
                throw new UnsupportedOperationException();
            }
        }
    }
}

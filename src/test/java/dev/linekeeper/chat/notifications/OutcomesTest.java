package dev.linekeeper.chat.notifications;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.BotMessage.MessageKind;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.chat.digest.NewsIn;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.Approval;
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
import dev.linekeeper.service.override.OverridesForTests;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Sample;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sam asks for Adele, Lee and Kim approve: who hears of what. */
class OutcomesTest {
    private static final RequestDetails TERMS = Sample.terms(new RequestId(1001), ADELE);
    private static final List<Approval> BY_LEE = List.of(new Approval(LEE, MONDAY, "APPROVER"));
    private static final Request.Pending WAITING = new Request.Pending(TERMS, List.of());
    private static final Request.Pending HALF_APPROVED = new Request.Pending(TERMS, BY_LEE);
    private static final Request.Approved APPROVED = new Request.Approved(TERMS, BY_LEE, MONDAY, List.of(), 0);
    private static final Request.Applying APPLYING = APPROVED.start(MONDAY);
    private static final Request.Applying ONE_DONE = APPLYING.stepDone(StepDone.How.WRITTEN, "none", MONDAY);

    @TempDir
    private Path folder;

    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(WAITING, HALF_APPROVED, List.of()),
                Arguments.of(HALF_APPROVED, APPROVED, List.of(SAM)),
                Arguments.of(stopped(StopReason.MODE), APPROVED, List.of()),
                Arguments.of(APPLYING, ONE_DONE, List.of()),
                Arguments.of(ONE_DONE, completed(), List.of(SAM, ADELE)),
                Arguments.of(completed(), completed().undone(new RequestId(1002), MONDAY), List.of(SAM)),
                Arguments.of(
                        HALF_APPROVED,
                        new Request.Rejected(TERMS, KIM, "APPROVER", "no budget", MONDAY),
                        List.of(SAM, LEE)),
                Arguments.of(HALF_APPROVED, new Request.Expired(TERMS, BY_LEE, MONDAY), List.of(SAM, LEE)),
                Arguments.of(HALF_APPROVED, new Request.Cancelled(TERMS, SAM, MONDAY), List.of(LEE)),
                Arguments.of(APPROVED, APPROVED.overtaken(Obstacle.NOTHING_LEFT, List.of(), MONDAY), List.of(SAM, LEE)),
                Arguments.of(
                        APPROVED,
                        APPROVED.lookAgain(TERMS.plan(), FreshLookReason.PLAN_CHANGED, MONDAY, TERMS.expires()),
                        List.of(SAM, LEE, KIM)),
                Arguments.of(ONE_DONE, stopped(StopReason.REFUSED), List.of(SAM, ADELE)),
                Arguments.of(ONE_DONE, stopped(StopReason.BY_HAND), List.of()),
                Arguments.of(APPROVED, stopped(StopReason.APPROVAL_OVER), List.of(SAM, ADELE, LEE)),
                Arguments.of(APPROVED, stopped(StopReason.APPROVER_LEFT), List.of(SAM, ADELE, LEE)),
                Arguments.of(APPROVED, stopped(StopReason.PLAN_CHANGED), List.of(SAM, ADELE, LEE)),
                Arguments.of(APPROVED, stopped(StopReason.BLOCKED), List.of(SAM, ADELE, LEE)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    @Requirement("T23")
    void an_outcome_reaches_whom_it_concerns_and_a_step_nobody(Request before, Request after, List<UserId> readers) {
        assertThat(OutcomeReaders.of(before, after)).containsExactlyInAnyOrderElementsOf(readers);
    }

    @Test
    void a_move_that_is_announced_twice_is_told_once_and_two_moves_are_told_twice() {
        try (var kept = OpenedStore.inFile(folder, Clock.systemUTC())) {
            var notifications = new RequestNotifications(
                    kept.messages(),
                    kept.requests(),
                    kept.batches(),
                    NewsIn.delivery(kept, Clock.systemUTC()),
                    OverridesForTests.told(kept, Clock.systemUTC()),
                    Clock.systemUTC());
            notifications.changed(Optional.of(APPROVED), stopped(StopReason.MODE), 5);
            kept.lanes().sent(outcomes(kept).getFirst());
            notifications.changed(Optional.of(APPROVED), stopped(StopReason.MODE), 5);
            assertThat(outcomes(kept)).isEmpty();

            notifications.changed(Optional.of(APPROVED), stopped(StopReason.MODE), 8);
            assertThat(outcomes(kept))
                    .extracting(DueMessage::message)
                    .containsExactly(BotMessage.outcome(TERMS.id(), 8));
        }
    }

    @Test
    @Requirement("T23")
    void who_asked_for_what_another_undid_hears_of_it_once() {
        try (var kept = OpenedStore.inFile(folder, Clock.systemUTC())) {
            var notifications = new RequestNotifications(
                    kept.messages(),
                    kept.requests(),
                    kept.batches(),
                    NewsIn.delivery(kept, Clock.systemUTC()),
                    OverridesForTests.told(kept, Clock.systemUTC()),
                    Clock.systemUTC());
            Request undone = completed().undone(undoBy(LEE, kept), MONDAY);
            notifications.changed(Optional.of(completed()), undone, 9);
            notifications.changed(Optional.of(completed()), undone, 9);

            assertThat(outcomes(kept))
                    .extracting(DueMessage::message)
                    .containsExactly(BotMessage.outcome(TERMS.id(), 9));
        }
    }

    @Test
    @Requirement("T23")
    void who_undid_what_they_asked_for_hears_of_the_undo_alone() {
        try (var kept = OpenedStore.inFile(folder, Clock.systemUTC())) {
            var notifications = new RequestNotifications(
                    kept.messages(),
                    kept.requests(),
                    kept.batches(),
                    NewsIn.delivery(kept, Clock.systemUTC()),
                    OverridesForTests.told(kept, Clock.systemUTC()),
                    Clock.systemUTC());
            notifications.changed(Optional.of(completed()), completed().undone(undoBy(SAM, kept), MONDAY), 9);

            assertThat(outcomes(kept)).isEmpty();
        }
    }

    private static RequestId undoBy(UserId requester, OpenedStore kept) {
        var added = kept.requests().add(id -> {
            var terms = Sample.terms(id, ADELE);
            return new Request.Pending(
                    new RequestDetails(
                            id,
                            requester,
                            terms.plan(),
                            false,
                            "wrong person",
                            MONDAY,
                            terms.expires(),
                            terms.approvers(),
                            1,
                            false,
                            Optional.of(TERMS.id()),
                            Optional.empty(),
                            Optional.empty()),
                    List.of());
        });
        return ((RequestStore.Added.New) added).stored().request().id();
    }

    private static List<DueMessage> outcomes(OpenedStore kept) {
        return kept.lanes().due("to:" + SAM).stream()
                .filter(due -> due.message().kind() == MessageKind.OUTCOME)
                .toList();
    }

    private static Request.PartlyApplied stopped(StopReason why) {
        var stop = new StepStopped(1, TERMS.plan().steps().get(1).name(), why, "x", 1, MONDAY);
        return new Request.PartlyApplied(TERMS, BY_LEE, MONDAY, ONE_DONE.done(), stop);
    }

    private static Request.Completed completed() {
        return new Request.Completed(
                TERMS, BY_LEE, MONDAY, ONE_DONE.done(), new FinalJudgement(Overall.values()[0], List.of(), MONDAY));
    }
}

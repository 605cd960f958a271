package dev.linekeeper.service.bulk;

import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.bulk.FreezeWindow;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.BatchStage.HoldReason;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Obstacle;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.StopReason;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Requests;
import dev.linekeeper.service.requests.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an approved batch goes on: the first before the others, held, resumed, stopped, tried again. */
class BatchCourseTest {
    private static final DecisionInput TYPED = new DecisionInput.Typed();
    private static final Caution THREE_FIRST = new Caution(3, false, 20);

    @TempDir
    private Path folder;

    private House house;
    private Requests requests;

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
        carefully(THREE_FIRST);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void three_begin_first_and_the_others_when_these_have_ended_well() {
        Batch batch = approved(10);
        List<RequestId> first = now(batch).canary();
        assertThat(first).hasSize(3);
        assertThat(members(batch))
                .allSatisfy(member -> assertThat(mayBegin(member)).isEqualTo(first.contains(member.id())));

        ends(first.get(0));
        ends(first.get(1));
        assertThat(now(batch).canary()).hasSize(3);
        ends(first.get(2));

        assertThat(now(batch).canary()).isEmpty();
        assertThat(now(batch).hold()).isEmpty();
        assertThat(waiting(batch)).hasSize(7).allMatch(this::mayBegin);
        assertThat(house.diary.entries).contains("bring forward " + batch.id());
    }

    @Test
    void where_somebody_is_to_look_the_others_wait_for_them() {
        carefully(new Caution(3, true, 20));
        Batch batch = approved(10);
        now(batch).canary().forEach(this::ends);

        assertThat(hold(batch)).isEqualTo(HoldReason.LOOK);
        assertThat(waiting(batch)).hasSize(7).noneMatch(this::mayBegin);

        assertThat(control(LEE_APPROVER, batch, RequestAction.RESUME))
                .isInstanceOf(BatchControlResult.Controlled.class);
        assertThat(waiting(batch)).allMatch(this::mayBegin);
    }

    @Test
    void one_of_the_first_that_ends_badly_holds_the_others_until_somebody_says_so() {
        Batch batch = approved(10);
        List<RequestId> first = now(batch).canary();
        ends(first.get(0));
        stops(first.get(1));
        ends(first.get(2));

        assertThat(hold(batch)).isEqualTo(HoldReason.CANARY);
        assertThat(waiting(batch)).noneMatch(this::mayBegin);
        assertThat(audit(batch).getLast())
                .satisfies(entry -> assertThat(entry.action()).isEqualTo(Action.PAUSED))
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("badly", first.get(1).toString()));

        control(ANA_ADMIN, batch, RequestAction.RESUME);
        waiting(batch).forEach(member -> ends(member.id()));
        assertThat(now(batch).stage()).isInstanceOf(BatchEnded.class);
        assertThat(progress(batch)).isEqualTo(Map.of(MemberState.DONE, 9, MemberState.STOPPED, 1));
    }

    @Test
    void too_many_that_end_badly_hold_the_rest_and_count_anew_after_it_went_on() {
        carefully(new Caution(0, false, 20));
        Batch batch = approved(30);
        List<Request> all = members(batch);
        IntStream.range(0, 9).forEach(at -> ends(all.get(at).id()));
        stops(all.get(9).id());
        stops(all.get(10).id());
        assertThat(now(batch).hold()).as("2 of 11").isEmpty();
        overtaken(all.get(11).id());

        assertThat(hold(batch)).as("3 of 12").isEqualTo(HoldReason.ERRORS);
        control(LEE_APPROVER, batch, RequestAction.RESUME);
        stops(all.get(12).id());
        stops(all.get(13).id());
        assertThat(now(batch).hold()).as("2 since").isEmpty();
        stops(all.get(14).id());
        assertThat(hold(batch)).isEqualTo(HoldReason.ERRORS);
    }

    @Test
    void who_has_begun_is_finished_while_it_is_paused_and_who_has_not_waits() {
        carefully(new Caution(0, false, 20));
        Batch batch = approved(4);
        List<Request> all = members(batch);
        Stored begun = begins(all.getFirst().id());

        assertThat(control(PRIYA_APPROVER, batch, RequestAction.PAUSE))
                .isInstanceOf(BatchControlResult.Controlled.class);

        assertThat(waiting(batch)).hasSize(3).noneMatch(this::mayBegin);
        end(begun);
        assertThat(progress(batch)).isEqualTo(Map.of(MemberState.DONE, 1, MemberState.WAITING, 3));
        assertThat(control(ANA_ADMIN, batch, RequestAction.RESUME))
                .as("who asked does not end another's pause")
                .isEqualTo(new BatchControlResult.PausedByAnother(PRIYA_APPROVER));
        control(LEE_APPROVER, batch, RequestAction.RESUME);
        assertThat(waiting(batch)).allMatch(this::mayBegin);
        assertThat(audit(batch)).extracting(AuditEntry::action).containsSubsequence(Action.PAUSED, Action.RESUMED);
    }

    @Test
    void stopped_for_good_who_has_not_begun_is_not_done_and_can_be_asked_for_again() {
        carefully(new Caution(0, false, 20));
        Batch batch = approved(4);
        List<Request> all = members(batch);
        Stored begun = begins(all.getFirst().id());

        control(ANA_ADMIN, batch, RequestAction.STOP);
        tellOf(batch);

        assertThat(progress(batch)).isEqualTo(Map.of(MemberState.UNDER_WAY, 1, MemberState.NOT_APPLIED, 3));
        assertThat(house.kept.requests().open(all.getLast().terms().person())).isEmpty();
        assertThat(house.now(all.getLast().id())).isInstanceOf(Request.Cancelled.class);
        end(begun);
        assertThat(now(batch).stage())
                .isInstanceOfSatisfying(
                        BatchEnded.class,
                        it -> assertThat(it.stopped().flatMap(Hold::by)).contains(ANA_ADMIN));
        assertThat(control(LEE_APPROVER, batch, RequestAction.RESUME)).isInstanceOf(BatchControlResult.NotNow.class);
    }

    @Test
    void stopped_with_nobody_under_way_it_is_over_at_once_even_if_the_process_dies_in_between() {
        carefully(new Caution(0, false, 20));
        Batch batch = approved(4);
        control(ANA_ADMIN, batch, RequestAction.STOP);
        assertThat(waiting(batch)).as("the process died here").hasSize(4).noneMatch(this::mayBegin);

        tellOf(batch);

        assertThat(now(batch).stage()).isInstanceOf(BatchEnded.class);
        assertThat(progress(batch)).isEqualTo(Map.of(MemberState.NOT_APPLIED, 4));
    }

    @Test
    void who_stopped_is_tried_again_together_and_the_batch_goes_on_to_its_end() {
        carefully(new Caution(0, false, 100));
        Batch batch = approved(4);
        List<Request> all = members(batch);
        ends(all.get(0).id());
        all.subList(1, 4).forEach(member -> stops(member.id()));
        assertThat(now(batch).stage()).isInstanceOf(BatchEnded.class);
        house.kept.requests().add(id -> Sample.pending(id, all.get(3).terms().person()));
        house.diary.entries.clear();

        assertThat(control(LEE_APPROVER, batch, RequestAction.RETRY))
                .isInstanceOfSatisfying(BatchControlResult.TriedAgain.class, again -> {
                    assertThat(again.members()).isEqualTo(2);
                    assertThat(again.others()).as("asked for anew").isEqualTo(1);
                });

        assertThat(now(batch).stage()).isNotInstanceOf(BatchEnded.class);
        assertThat(house.diary.entries)
                .contains("apply " + all.get(1).id(), "apply " + all.get(2).id())
                .doesNotContain("apply " + all.get(3).id());
        ends(all.get(1).id());
        ends(all.get(2).id());
        assertThat(now(batch).stage()).isInstanceOf(BatchEnded.class);
        assertThat(progress(batch)).isEqualTo(Map.of(MemberState.DONE, 3, MemberState.STOPPED, 1));
    }

    @Test
    void in_a_freeze_nobody_begins_until_it_is_over() {
        carefully(new Requests.Care(
                new Caution(0, false, 20),
                new FreezeWindows(List.of(FreezeWindow.of("mon-wed 00:00-24:00")), ZoneOffset.UTC)));
        Batch batch = approved(3);

        Duration wait =
                starts().wait((Request.Approved) members(batch).getFirst()).orElseThrow();
        assertThat(house.clock.instant().plus(wait)).isEqualTo("2026-11-26T00:00:00Z");
        assertThat(requests.applying().run(members(batch).getFirst().id()).toString())
                .startsWith("Deferred");
        house.clock.pass(wait);
        assertThat(members(batch)).allMatch(this::mayBegin);
    }

    @Test
    void what_may_be_held_takes_a_role_and_what_goes_on_one_over_everybody() {
        Batch batch = approved(10);
        UserId nobody = new UserId("439c272f-f89f-5cd1-b4af-06251327c7f3");

        assertThat(control(nobody, batch, RequestAction.PAUSE)).isInstanceOf(BatchControlResult.NotForYou.class);
        assertThat(control(nobody, batch, RequestAction.STOP)).isInstanceOf(BatchControlResult.NotForYou.class);
        control(ANA_ADMIN, batch, RequestAction.PAUSE);
        assertThat(control(nobody, batch, RequestAction.RESUME)).isInstanceOf(BatchControlResult.NotForYou.class);
        assertThat(requests.controlling()
                        .control(LEE_APPROVER, batch.id(), RequestAction.RESUME, new DecisionInput.OthersReadAlong()))
                .contains(new BatchControlResult.StaleControl());
        assertThat(audit(batch))
                .filteredOn(entry -> entry.action() == Action.REFUSED)
                .hasSize(4);
        assertThat(hold(batch)).isEqualTo(HoldReason.PAUSED);
    }

    @Test
    void a_button_to_pause_is_good_for_the_state_it_was_shown_in_and_once() {
        Batch batch = approved(10);
        var stored = house.kept.batches().find(batch.id()).orElseThrow();
        String token = house.tokens.issue(
                stored, RequestAction.PAUSE, LEE_APPROVER, house.clock.instant().plusSeconds(60));
        var press = new DecisionInput.TokenPress(token);

        assertThat(requests.controlling().control(PRIYA_APPROVER, batch.id(), RequestAction.PAUSE, press))
                .contains(new BatchControlResult.StaleControl());
        assertThat(requests.controlling().control(LEE_APPROVER, batch.id(), RequestAction.PAUSE, press))
                .get()
                .isInstanceOf(BatchControlResult.Controlled.class);
        control(LEE_APPROVER, batch, RequestAction.RESUME);
        assertThat(requests.controlling().control(LEE_APPROVER, batch.id(), RequestAction.PAUSE, press))
                .contains(new BatchControlResult.StaleControl());
    }

    /** Two replicas over one store: one says stop while the other begins members. */
    @RepeatedTest(3)
    void of_a_stop_and_who_begins_at_the_same_moment_each_member_is_either_done_or_not() {
        carefully(new Caution(0, false, 20));
        Batch batch = approved(40);
        var beginning = CompletableFuture.runAsync(() -> members(batch).stream()
                .filter(Request.Approved.class::isInstance)
                .filter(this::mayBegin)
                .forEach(member -> begin(member.id()).ifPresent(this::end)));
        control(LEE_APPROVER, batch, RequestAction.STOP);
        tellOf(batch);
        beginning.join();
        tellOf(batch);

        assertThat(now(batch).stage()).isInstanceOf(BatchEnded.class);
        assertThat(progress(batch).keySet()).isSubsetOf(MemberState.DONE, MemberState.NOT_APPLIED);
        assertThat(progress(batch).values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(40);
    }

    private void carefully(Caution caution) {
        carefully(new Requests.Care(caution, FreezeWindows.NONE));
    }

    private void carefully(Requests.Care care) {
        this.care = care;
        requests = house.careful(care);
    }

    private Requests.Care care = Requests.Care.NONE;

    private BatchStarts starts() {
        return new BatchStarts(house.kept.batches(), care.freeze(), house.clock);
    }

    private boolean mayBegin(Request member) {
        return starts().wait((Request.Approved) member).isEmpty();
    }

    private Batch approved(int people) {
        Batch batch = requests.askedForMany(
                        ANA_ADMIN,
                        IntStream.range(0, people)
                                .mapToObj(at -> new UserId("m-%05d".formatted(at)))
                                .toList())
                .orElseThrow();
        requests.decidingMany().decide(LEE_APPROVER, batch.id(), RequestAction.APPROVE, TYPED, "");
        return batch;
    }

    private BatchControlResult control(UserId who, Batch batch, RequestAction action) {
        return requests.controlling().control(who, batch.id(), action, TYPED).orElseThrow();
    }

    private Stored begins(RequestId id) {
        return begin(id).orElseThrow();
    }

    private Optional<Stored> begin(RequestId id) {
        Stored stored = house.kept.requests().find(id).orElseThrow();
        return stored.request() instanceof Request.Approved it
                ? move(stored, it.start(house.clock.instant()))
                : Optional.empty();
    }

    private void end(Stored begun) {
        Stored now = begun;
        while (((Request.Applying) now.request()).next().isPresent()) {
            now = move(
                            now,
                            ((Request.Applying) now.request())
                                    .stepDone(StepDone.How.WRITTEN, "there", house.clock.instant()))
                    .orElseThrow();
        }
        move(
                        now,
                        ((Request.Applying) now.request())
                                .complete(new FinalJudgement(Overall.READY, List.of(), house.clock.instant())))
                .ifPresent(this::tell);
    }

    private void ends(RequestId id) {
        end(begins(id));
    }

    private void stops(RequestId id) {
        Stored begun = begins(id);
        move(begun, ((Request.Applying) begun.request()).begin().stop(StopReason.REFUSED, "no", house.clock.instant()))
                .ifPresent(this::tell);
    }

    private void overtaken(RequestId id) {
        Stored stored = house.kept.requests().find(id).orElseThrow();
        move(
                        stored,
                        ((Request.Approved) stored.request())
                                .overtaken(Obstacle.BLOCKED, List.of("USR-01"), house.clock.instant()))
                .ifPresent(this::tell);
    }

    private Optional<Stored> move(Stored before, Request after) {
        return house.kept.requests().replace(before, after) instanceof Replaced.Done(var stored)
                ? Optional.of(stored)
                : Optional.empty();
    }

    /** As the jobs do that moves bring. */
    private void tell(Stored member) {
        requests.announcing().moved(member.id(), member.version());
    }

    private void tellOf(Batch batch) {
        requests.announcing()
                .moved(
                        batch.id(),
                        house.kept.batches().find(batch.id()).orElseThrow().version());
    }

    private Batch now(Batch batch) {
        return house.kept.batches().find(batch.id()).orElseThrow().batch();
    }

    private HoldReason hold(Batch batch) {
        return now(batch).hold().orElseThrow().why();
    }

    private Map<MemberState, Integer> progress(Batch batch) {
        return house.kept.batches().progress(batch.id());
    }

    private List<Request> members(Batch batch) {
        return house.kept.batches().in(batch.id(), EnumSet.allOf(MemberState.class), RequestId.FIRST, 99);
    }

    private List<Request> waiting(Batch batch) {
        return house.kept.batches().in(batch.id(), EnumSet.of(MemberState.WAITING), RequestId.FIRST, 99);
    }

    private List<AuditEntry> audit(Batch batch) {
        return house.kept.trail().of(batch.id()).stream()
                .map(record -> record.entry())
                .toList();
    }
}

package dev.linekeeper.service.requests;

import static dev.linekeeper.service.requests.House.ADELE;
import static dev.linekeeper.service.requests.House.ANA_ADMIN;
import static dev.linekeeper.service.requests.House.APPROVERS;
import static dev.linekeeper.service.requests.House.LEE_APPROVER;
import static dev.linekeeper.service.requests.House.PRIYA_APPROVER;
import static dev.linekeeper.service.requests.House.SAM_ADMIN_AND_APPROVER;
import static dev.linekeeper.service.requests.House.SEATTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchDecisionResult;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Scope;
import dev.linekeeper.service.requests.BatchSubmission.BatchSubmitted;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.tenant.ChangeKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request for several people of the demo tenant: asked for, decided, applied, ended and undone as one. */
class BatchTest {
    private static final UserId ALEX = new UserId("2976ad72-40b1-5682-81cd-1ecfb1909578");
    private static final UserId MEGAN = new UserId("4dd5b2ab-584d-59fb-9d1e-5ccd509c971e");
    private static final DecisionInput TYPED = new DecisionInput.Typed();

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder, Sample.POLICY);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void three_are_asked_for_as_one_and_each_is_a_request_that_names_it() {
        Batch batch = asked();

        assertThat(batch.terms().plan().people()).isEqualTo(3);
        assertThat(batch.terms().approvers())
                .containsExactlyInAnyOrder(SAM_ADMIN_AND_APPROVER, LEE_APPROVER, PRIYA_APPROVER);
        assertThat(members(batch)).hasSize(3).allSatisfy(member -> {
            assertThat(member).isInstanceOf(Request.Pending.class);
            assertThat(member.terms().batch()).contains(batch.id());
            assertThat(member.terms().quorum()).isEqualTo(batch.terms().quorum());
        });
        assertThat(house.kept.requests().awaitingDecision()).isEmpty();
        assertThat(house.kept.batches().awaitingDecision()).containsExactly(batch);
        assertThat(house.diary.entries)
                .contains("announce %s/1".formatted(batch.id()))
                .noneMatch(entry -> members(batch).stream().anyMatch(member -> entry.contains(member.id() + "")));
    }

    @Test
    void one_decision_approves_all_and_says_so_once_and_for_each() {
        Batch batch = asked();

        assertThat(approved(batch)).isInstanceOf(BatchDecisionResult.AllDecided.class);

        assertThat(members(batch)).allMatch(Request.Approved.class::isInstance);
        assertThat(house.diary.entries)
                .filteredOn(entry -> entry.startsWith("apply"))
                .hasSize(3);
        assertThat(audit(batch.id())).extracting(AuditEntry::action).containsExactly(Action.ASKED, Action.APPROVED);
        assertThat(audit(batch.id()).getLast().details())
                .containsEntry("people", "3")
                .containsEntry("fingerprint", batch.terms().plan().fingerprint());
        assertThat(members(batch))
                .allSatisfy(member -> assertThat(audit(member.id()))
                        .extracting(AuditEntry::action)
                        .containsExactly(Action.ASKED, Action.APPROVED));
        assertThat(house.kept.trail().verifyHead(Optional.empty()))
                .hasToString("ChainWhole[records=8, head=%s]"
                        .formatted(house.kept.audited().getLast().hash()));
    }

    @Test
    void a_member_is_decided_with_its_batch_and_not_alone() {
        Batch batch = asked();
        Request one = members(batch).getFirst();

        var deciding = house.requests.deciding();
        assertThat(Stream.of(
                        deciding.approve(LEE_APPROVER, one.id(), TYPED),
                        deciding.deny(LEE_APPROVER, one.id(), "no", TYPED),
                        deciding.cancel(ANA_ADMIN, one.id(), TYPED)))
                .extracting(result -> ((DecisionResult.DeciderRefused) result).why())
                .containsOnly(new DecisionRefusal.DecidedWithBatch(batch.id()));
        deciding.expire(one.id());
        house.clock.pass(Duration.ofDays(4));
        deciding.expire(one.id());
        assertThat(house.now(one.id())).isEqualTo(one);
    }

    @Test
    void where_one_member_was_moved_meanwhile_nobody_is_decided() {
        Batch batch = asked();
        var stored = house.kept.batches().members(batch.id(), RequestId.FIRST, 9);
        var odd = (Request.Pending) stored.get(1).request();
        house.kept.requests().replace(stored.get(1), odd.cancel(ANA_ADMIN, house.clock.instant()));
        int records = house.kept.audited().size();

        assertThat(approved(batch)).isEqualTo(new BatchDecisionResult.MemberMovedOn(odd.id()));

        assertThat(house.now(stored.getFirst().id()))
                .isEqualTo(stored.getFirst().request());
        assertThat(house.now(stored.getLast().id())).isEqualTo(stored.getLast().request());
        assertThat(house.kept.batches().find(batch.id()).orElseThrow().batch()).isEqualTo(batch);
        assertThat(house.kept.audited()).hasSize(records);
        assertThat(house.diary.entries).noneMatch(entry -> entry.startsWith("apply"));
    }

    @Test
    void the_requester_a_member_and_who_decides_only_over_some_cannot_decide() {
        Batch batch = asked();

        assertThat(refusal(ANA_ADMIN, batch)).isEqualTo(new DecisionRefusal.OwnRequest());
        var some = house.scoped(Map.of(Role.APPROVER, Map.of(APPROVERS, Scope.of("country:GB"))))
                .decidingMany();
        assertThat(some.decide(LEE_APPROVER, batch.id(), RequestAction.APPROVE, TYPED, ""))
                .contains(new BatchDecisionResult.MayNotDecideAll(new DecisionRefusal.OutsideScope()));

        Batch withSam = house.requests
                .askedForMany(SAM_ADMIN_AND_APPROVER, List.of(PRIYA_APPROVER, new UserId("somebody")))
                .orElseThrow();
        assertThat(refusal(PRIYA_APPROVER, withSam)).isEqualTo(new DecisionRefusal.Beneficiary());
        assertThat(refusal(SAM_ADMIN_AND_APPROVER, withSam)).isEqualTo(new DecisionRefusal.OwnRequest());
    }

    @Test
    void who_cannot_be_planned_is_left_out_by_name_and_with_the_reason() {
        house.requests.asking().submit(House.enrolAdele());
        var submitted = submitted(ANA_ADMIN, ADELE, ALEX, MEGAN, new UserId("00000000-0000-0000-0000-000000000000"));

        Batch batch = submitted.batch().orElseThrow();
        assertThat(batch.terms().plan().people()).isEqualTo(2);
        assertThat(batch.terms().leftOut())
                .extracting(left -> left.subject() + " " + left.why())
                .containsExactly(
                        ADELE + " " + Explanation.of("chat.asked.row.open", "SC-1001"),
                        "00000000-0000-0000-0000-000000000000 " + Explanation.of("chat.asked.row.unknown"));
        assertThat(submitted.results().values())
                .filteredOn(SubmissionResult.Sent.class::isInstance)
                .hasSize(2);
    }

    @Test
    void a_preview_says_what_submitting_would_come_to_and_how_far_it_is_and_stores_nothing() {
        house.requests.asking().submit(House.enrolAdele());
        int records = house.kept.audited().size();
        var changes = changes(ANA_ADMIN, ADELE, ALEX, MEGAN, new UserId("00000000-0000-0000-0000-000000000000"));
        var done = new ConcurrentLinkedQueue<Integer>();

        var previewed = house.requests.askingForMany().preview(changes, done::add);

        assertThat(previewed.keySet()).containsExactlyElementsOf(changes);
        assertThat(previewed.values())
                .extracting(result -> result instanceof SubmissionResult.OnlyPlanned(var planned)
                        ? planned.getClass().getSimpleName()
                        : result.getClass().getSimpleName())
                .containsExactly("PersonHasOpenRequest", "Ready", "Ready", "UnknownPerson");
        assertThat(done).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(house.kept.audited()).hasSize(records);
        assertThat(house.kept.batches().latest(Optional.empty(), 9)).isEmpty();
        assertThat(house.kept.requests().open(ALEX)).isEmpty();
    }

    @Test
    void what_may_not_be_asked_for_is_recorded_in_a_preview_too() {
        var previewed = house.requests.askingForMany().preview(changes(ALEX, ADELE, MEGAN), _ -> {});

        assertThat(previewed.values()).allMatch(SubmissionResult.SubmissionNotAllowed.class::isInstance);
        assertThat(house.kept.audited())
                .filteredOn(record -> record.entry().action() == Action.REFUSED)
                .hasSize(2);
    }

    @Test
    void one_that_is_left_is_asked_for_alone() {
        var submitted = submitted(ANA_ADMIN, ALEX, new UserId("00000000-0000-0000-0000-000000000000"));

        assertThat(submitted.batch()).isEmpty();
        assertThat(house.kept.requests().awaitingDecision())
                .singleElement()
                .satisfies(request -> assertThat(request.terms().batch()).isEmpty());
    }

    @Test
    void where_nobody_could_decide_over_all_each_is_asked_for_alone() {
        house.approvers = Set.of();
        var alone = house.scoped(Map.of()).askingForMany();

        var submitted = alone.submit(changes(ANA_ADMIN, ADELE, ALEX), Optional.empty(), _ -> true);

        assertThat(submitted.batch()).isEmpty();
        assertThat(submitted.results().values()).allMatch(SubmissionResult.TooFewApprovers.class::isInstance);
    }

    @Test
    void a_grave_batch_is_asked_about_once_more_and_a_button_is_good_for_one_state_of_it() {
        Batch batch = asked();
        applyAll(batch);
        Batch undo = house.requests
                .askingForMany()
                .submit(
                        members(batch).stream()
                                .map(member -> new ChangeRequest(ANA_ADMIN, new Intent.UndoOf(member.id()), ""))
                                .toList(),
                        Optional.of(batch.id()),
                        _ -> true)
                .batch()
                .orElseThrow();
        var deciding = house.requests.decidingMany();

        var first = deciding.decide(LEE_APPROVER, undo.id(), RequestAction.APPROVE, TYPED, "")
                .orElseThrow();
        assertThat(first).isInstanceOf(BatchDecisionResult.ConfirmAll.class);
        assertThat(members(undo)).allMatch(member -> member.approvals().isEmpty());
        var press = new DecisionInput.TokenPress(((BatchDecisionResult.ConfirmAll) first).token());
        assertThat(deciding.decide(PRIYA_APPROVER, undo.id(), RequestAction.CONFIRM, press, ""))
                .contains(new BatchDecisionResult.StaleBatchButton());
        assertThat(deciding.decide(LEE_APPROVER, undo.id(), RequestAction.CONFIRM, press, ""))
                .get()
                .isInstanceOf(BatchDecisionResult.AllDecided.class);
        assertThat(deciding.decide(LEE_APPROVER, undo.id(), RequestAction.CONFIRM, press, ""))
                .contains(new BatchDecisionResult.StaleBatchButton());
        assertThat(house.kept.batches().find(undo.id()).orElseThrow().batch().awaits())
                .as("high risk takes two")
                .isTrue();
        approvedBy(PRIYA_APPROVER, undo);
        applyAll(undo);

        assertThat(house.kept.batches().progress(batch.id())).isEqualTo(Map.of(MemberState.UNDONE, 3));
        assertThat(house.kept.batches().progress(undo.id())).isEqualTo(Map.of(MemberState.DONE, 3));
    }

    @Test
    void the_end_is_noticed_with_the_last_member_and_once() {
        Batch batch = asked();
        approved(batch);
        List<Request> all = members(batch);
        house.applied(all.get(0).id());
        house.applied(all.get(1).id());
        tell(all.get(0).id());
        tell(all.get(1).id());
        assertThat(stage(batch)).isInstanceOf(BatchStage.BatchUnderWay.class);

        house.applied(all.get(2).id());
        tell(all.get(2).id());
        tell(all.get(2).id());

        assertThat(stage(batch)).isInstanceOf(BatchStage.BatchEnded.class);
        assertThat(audit(batch.id()).getLast().details()).containsEntry("DONE", "3");
        assertThat(audit(batch.id()))
                .filteredOn(entry -> entry.action() == Action.COMPLETED)
                .hasSize(1);
    }

    @Test
    void a_member_whose_plan_changed_leaves_the_batch_and_is_decided_alone() {
        Batch batch = asked();
        approved(batch);
        RequestId alex = of(batch, ALEX).id();
        house.model
                .ports()
                .policyGrants()
                .grant(ALEX, PolicyKind.EMERGENCY_CALL_ROUTING, new PolicyName("Emergency-US"), new ChangeKey("x", 1));
        for (Request member : members(batch)) {
            house.applied(member.id());
            tell(member.id());
        }

        var left = (Request.NeedsFreshLook) house.now(alex);
        assertThat(left.why()).isEqualTo(FreshLookReason.PLAN_CHANGED);
        assertThat(left.terms().batch()).isEmpty();
        assertThat(stage(batch)).isInstanceOf(BatchStage.BatchEnded.class);
        assertThat(house.kept.batches().progress(batch.id()))
                .isEqualTo(Map.of(MemberState.DONE, 2, MemberState.LEFT, 1));
        assertThat(house.kept.requests().awaitingDecision()).containsExactly(left);
        assertThat(house.yes(LEE_APPROVER, alex)).isInstanceOf(DecisionResult.FullyApproved.class);
        assertThat(house.applied(alex)).isInstanceOf(Request.Completed.class);
        assertThat(house.kept.batches().progress(batch.id()))
                .as("it stays one that left")
                .isEqualTo(Map.of(MemberState.DONE, 2, MemberState.LEFT, 1));
    }

    @Test
    void a_batch_nobody_decides_expires_with_all_its_members() {
        Batch batch = asked();
        house.clock.pass(Sample.POLICY.expiry());

        house.requests.decidingMany().expire(batch.id());

        assertThat(stage(batch)).isInstanceOf(BatchStage.BatchExpired.class);
        assertThat(members(batch)).allMatch(Request.Expired.class::isInstance);
        assertThat(house.kept.requests().open(ALEX)).isEmpty();
    }

    @Test
    void hundreds_are_one_batch_and_one_decision() {
        areOneDecision(600);
    }

    @Test
    @Tag("long")
    void ten_thousand_are_one_batch_and_one_decision() {
        areOneDecision(BatchSubmission.MOST);
    }

    private void areOneDecision(int people) {
        Batch batch = house.requests.askedForMany(ANA_ADMIN, nobodies(people)).orElseThrow();
        int before = house.kept.audited().size();

        assertThat(approved(batch)).isInstanceOf(BatchDecisionResult.AllDecided.class);

        assertThat(house.kept.batches().progress(batch.id())).isEqualTo(Map.of(MemberState.WAITING, people));
        assertThat(house.diary.entries)
                .filteredOn(entry -> entry.startsWith("apply"))
                .hasSize(people);
        assertThat(house.diary.entries)
                .filteredOn(entry -> entry.startsWith("announce"))
                .hasSize(2);
        assertThat(house.kept.audited()).hasSize(before + people + 1);
    }

    private static List<UserId> nobodies(int people) {
        return IntStream.range(0, people)
                .mapToObj(at -> new UserId("m-%05d".formatted(at)))
                .toList();
    }

    private Batch asked() {
        return asked(ANA_ADMIN, ADELE, ALEX, MEGAN);
    }

    private Batch asked(UserId requester, UserId... people) {
        return submitted(requester, people).batch().orElseThrow();
    }

    private BatchSubmitted submitted(UserId requester, UserId... people) {
        return house.requests.askingForMany().submit(changes(requester, people), Optional.empty(), _ -> true);
    }

    private static List<ChangeRequest> changes(UserId requester, UserId... people) {
        return Stream.of(people)
                .map(person -> new ChangeRequest(requester, new Intent.EnrolPerson(person, SEATTLE, false), "sales"))
                .toList();
    }

    private BatchDecisionResult approved(Batch batch) {
        return approvedBy(LEE_APPROVER, batch);
    }

    private BatchDecisionResult approvedBy(UserId who, Batch batch) {
        var deciding = house.requests.decidingMany();
        var first = deciding.decide(who, batch.id(), RequestAction.APPROVE, TYPED, "")
                .orElseThrow();
        return first instanceof BatchDecisionResult.ConfirmAll
                ? deciding.decide(who, batch.id(), RequestAction.CONFIRM, TYPED, "")
                        .orElseThrow()
                : first;
    }

    private DecisionRefusal refusal(UserId who, Batch batch) {
        return ((BatchDecisionResult.MayNotDecideAll) approvedBy(who, batch)).why();
    }

    private void applyAll(Batch batch) {
        if (stage(batch) instanceof BatchStage.BatchAwaiting) {
            approved(batch);
        }
        for (Request member : members(batch)) {
            assertThat(house.applied(member.id())).isInstanceOf(Request.Completed.class);
            tell(member.id());
        }
    }

    /** As the job does that a move brings. */
    private void tell(RequestId member) {
        house.requests
                .announcing()
                .moved(member, house.kept.requests().find(member).orElseThrow().version());
    }

    private BatchStage stage(Batch batch) {
        return house.kept.batches().find(batch.id()).orElseThrow().batch().stage();
    }

    private List<Request> members(Batch batch) {
        return house.kept.batches().in(batch.id(), EnumSet.allOf(MemberState.class), RequestId.FIRST, 99);
    }

    private Request of(Batch batch, UserId person) {
        return members(batch).stream()
                .filter(member -> member.terms().person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private List<AuditEntry> audit(RequestId id) {
        return house.kept.trail().of(id).stream().map(record -> record.entry()).toList();
    }

    /** Random batches, disturbed at random, and random people who decide at random moments: all members follow, or none. */
    @Nested
    class AllOrNoneTest {
        private final List<UserId> people =
                List.of(ANA_ADMIN, LEE_APPROVER, PRIYA_APPROVER, SAM_ADMIN_AND_APPROVER, new UserId("m-00000"));
        private final List<RequestAction> actions = List.of(RequestAction.values());

        @RepeatedTest(25)
        void all_or_none(RepetitionInfo repetition) {
            var random = new Random(repetition.getCurrentRepetition());
            UserId requester = people.get(random.nextInt(people.size()));
            Batch batch = house.requests
                    .askedForMany(requester, withOneWhoDecides(nobodies(2 + random.nextInt(6)), random))
                    .orElseThrow();
            for (int turn = 0; turn < 6; turn++) {
                if (random.nextInt(4) == 0) {
                    disturb(batch, random);
                }
                if (random.nextInt(8) == 0) {
                    house.clock.pass(Duration.ofDays(2));
                }
                List<Stored> before = stored(batch);
                int records = house.kept.audited().size();
                int jobs = house.diary.entries.size();
                UserId who = people.get(random.nextInt(people.size()));
                RequestAction action = actions.get(random.nextInt(actions.size()));

                BatchDecisionResult result = house.requests
                        .decidingMany()
                        .decide(who, batch.id(), action, new DecisionInput.Typed(), "because")
                        .orElseThrow();

                List<Stored> after = stored(batch);
                boolean moved = result instanceof BatchDecisionResult.AllDecided
                        || result instanceof BatchDecisionResult.BatchTimeOver;
                if (moved) {
                    assertThat(after).as("%s by %s: %s", action, who, result).doesNotContainAnyElementsOf(before);
                    assertThat(states(after)).hasSize(1);
                    assertThat(after)
                            .allMatch(member -> before.stream()
                                    .anyMatch(one ->
                                            one.id().equals(member.id()) && one.request() instanceof AwaitingDecision));
                    assertThat(house.kept.audited()).hasSize(records + after.size() + 1);
                    assertThat(after)
                            .allMatch(member -> member.request().approvals().stream()
                                    .map(Approval::by)
                                    .noneMatch(by -> by.equals(requester)
                                            || house.kept
                                                    .batches()
                                                    .people(batch.id())
                                                    .contains(by)));
                } else {
                    assertThat(after).as("%s by %s: %s", action, who, result).isEqualTo(before);
                    assertThat(house.diary.entries).hasSize(jobs);
                    assertThat(house.kept.audited().size()).isLessThanOrEqualTo(records + 1);
                }
            }
        }

        private List<UserId> withOneWhoDecides(List<UserId> members, Random random) {
            return random.nextInt(3) == 0
                    ? Stream.concat(members.stream(), Stream.of(LEE_APPROVER)).toList()
                    : members;
        }

        /** One member is moved by another way, as a fault of ours or a hand in the database would. */
        private void disturb(Batch batch, Random random) {
            List<Stored> all = stored(batch);
            Stored one = all.get(random.nextInt(all.size()));
            if (one.request() instanceof AwaitingDecision waiting) {
                house.kept.requests().replace(one, waiting.cancel(ANA_ADMIN, house.clock.instant()));
            }
        }

        private Set<Class<?>> states(List<Stored> members) {
            var states = new HashSet<Class<?>>();
            members.forEach(member -> states.add(member.request().getClass()));
            return states;
        }

        private List<Stored> stored(Batch batch) {
            return house.kept.batches().members(batch.id(), RequestId.FIRST, 99);
        }
    }
}

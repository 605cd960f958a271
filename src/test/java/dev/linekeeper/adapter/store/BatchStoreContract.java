package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static dev.linekeeper.service.requests.Sample.permit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.policies.PolicyPlans;
import dev.linekeeper.service.requests.BatchStore.StoredStage;
import dev.linekeeper.service.requests.RequestStore.Added;
import dev.linekeeper.service.requests.RequestStore.Replaced;
import dev.linekeeper.service.requests.RequestStore.Stored;
import dev.linekeeper.service.requests.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for batches. */
abstract class BatchStoreContract {
    private static final EnumSet<MemberState> ANY = EnumSet.allOf(MemberState.class);

    final Passing clock = new Passing();
    OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void a_batch_and_its_members_come_back_as_they_were_and_share_the_numbers_of_requests() {
        Batch batch = added(3);

        assertThat(batch.id()).hasToString("SC-1001");
        assertThat(store.batches().find(batch.id()).orElseThrow().batch()).isEqualTo(batch);
        assertThat(members(batch)).extracting(Stored::request).containsExactlyElementsOf(all(batch));
        assertThat(members(batch))
                .extracting(member -> member.id().toString())
                .containsExactly("SC-1002", "SC-1003", "SC-1004");
        assertThat(store.batches().people(batch.id())).containsExactly(person(0), person(1), person(2));
        assertThat(alone(ADELE).id()).hasToString("SC-1005");
    }

    @Test
    void policies_are_members_too_and_are_kept_apart_by_their_names() {
        Plan made = PolicyPlans.made("Leeds");
        Plan gone = PolicyPlans.made("London");
        Batch batch = store.transactions().run(() -> {
            RequestId id = store.batches().next(1);
            long first = store.batches().next(3).number();
            List<Request.Pending> all = List.of(
                    Sample.member(id(first), id, SAM, made),
                    Sample.member(id(first + 1), id, SAM, person(0)),
                    Sample.member(id(first + 2), id, SAM, gone));
            Batch mixed = Sample.batch(id, all);
            assertThat(store.batches().add(mixed, all)).isTrue();
            return mixed;
        });

        assertThat(store.batches().find(batch.id()).orElseThrow().batch()).isEqualTo(batch);
        assertThat(all(batch))
                .extracting(member -> member.terms().plan())
                .startsWith(made)
                .endsWith(gone);
        assertThat(all(batch))
                .<Object>extracting(member -> member.terms().subject())
                .containsExactly(made.subject(), person(0), gone.subject());
        assertThat(store.requests().open(new PolicyName("LEEDS"))).isPresent();
        assertThat(store.transactions()
                        .run(() -> store.batches().add(Sample.batch(id(7000), again(made)), again(made))))
                .as("a policy is in one open request at a time")
                .isFalse();
    }

    private static List<Request.Pending> again(Plan plan) {
        return List.of(Sample.member(id(7001), id(7000), SAM, plan));
    }

    @Test
    void members_are_found_with_their_batch_and_not_among_requests() {
        Batch batch = added(2);
        Stored alone = alone(ADELE);

        assertThat(store.requests().awaitingDecision()).containsExactly((Request.Pending) alone.request());
        assertThat(store.requests().latest(9)).containsExactly(alone.request());
        assertThat(store.requests().askedBy(SAM, 9)).containsExactly(alone.request());
        assertThat(store.batches().awaitingDecision()).containsExactly(batch);
        assertThat(store.batches().latest(Optional.of(SAM), 9)).containsExactly(batch);
        assertThat(store.batches().latest(Optional.of(LEE), 9)).isEmpty();
        assertThat(store.batches().open(List.of(person(0), ADELE, KIM))).containsExactlyInAnyOrder(person(0), ADELE);
    }

    @Test
    void of_two_moves_of_a_batch_one_is_stored() {
        var before = store.batches().find(added(2).id()).orElseThrow();
        Batch cancelled = before.batch().with(new BatchStage.BatchCancelled(SAM, MONDAY));

        assertThat(store.batches().replace(before, cancelled)).isPresent();
        assertThat(store.batches().replace(before, before.batch().with(new BatchStage.BatchExpired(MONDAY))))
                .isEmpty();
        assertThat(store.batches().find(before.id()).orElseThrow().batch()).isEqualTo(cancelled);
        assertThat(store.batches().awaitingDecision()).isEmpty();
    }

    @Test
    void the_stage_of_a_batch_is_read_without_the_rest_also_where_it_was_stored_before_it_had_a_column() {
        var before = store.batches().find(added(2).id()).orElseThrow();
        var held = BatchStage.BatchUnderWay.from(MONDAY, List.of(id(1002)), 1, 0)
                .held(new BatchStage.Hold(BatchStage.HoldReason.PAUSED, Optional.of(SAM), MONDAY));
        assertThat(store.batches().stage(before.id()))
                .contains(new StoredStage(before.batch().stage(), 1));

        store.batches().replace(before, before.batch().with(held));
        store.sql().sql("update batch set stage = null").update();
        assertThat(store.batches().stage(before.id())).contains(new StoredStage(held, 2));
        store.batches()
                .replace(
                        store.batches().find(before.id()).orElseThrow(),
                        before.batch().with(held));
        store.sql().sql("update batch set body = ''").update();
        assertThat(store.batches().stage(before.id()))
                .as("the rest is not read")
                .contains(new StoredStage(held, 3));
        assertThat(store.batches().stage(id(9999))).isEmpty();
    }

    @Test
    void members_are_moved_in_one_go_and_one_that_moved_meanwhile_is_noticed() {
        Batch batch = added(3);
        List<Stored> before = members(batch);
        List<Request> cancelled = before.stream()
                .<Request>map(member -> ((Request.Pending) member.request()).cancel(SAM, MONDAY))
                .toList();
        assertThat(store.batches().replaceAll(before, cancelled)).isTrue();
        assertThat(members(batch)).extracting(Stored::request).containsExactlyElementsOf(cancelled);
        assertThat(store.requests().open(person(0))).isEmpty();

        assertThat(store.batches().replaceAll(before, cancelled)).isFalse();
    }

    @Test
    void somebody_with_an_open_request_is_noticed_when_a_batch_is_added() {
        alone(person(1));
        assertThat(store.transactions()
                        .run(() -> store.batches().add(Sample.batch(id(7000), fresh(7000, 2)), fresh(7000, 2))))
                .isFalse();
    }

    @Test
    void how_far_members_are_is_counted_and_one_that_left_stays_so() {
        Batch batch = added(4);
        List<Stored> all = members(batch);
        var approved = (Request.Approved) move(all.get(0), approve(all.get(0))).request();
        move(all.get(1), ((Request.Pending) all.get(1).request()).cancel(SAM, MONDAY));
        Stored third = move(all.get(2), approve(all.get(2)));
        var look = ((Request.Approved) third.request())
                .lookAgain(Sample.plan(person(2)), FreshLookReason.PLAN_CHANGED, MONDAY, MONDAY.plusSeconds(60));
        Stored looking = move(third, look);

        assertThat(store.batches().progress(batch.id()))
                .isEqualTo(Map.of(MemberState.WAITING, 1, MemberState.NOT_APPLIED, 2, MemberState.LEFT, 1));
        assertThat(store.batches().in(batch.id(), EnumSet.of(MemberState.WAITING), RequestId.FIRST, 9))
                .containsExactly(approved);
        assertThat(store.batches().in(batch.id(), EnumSet.of(MemberState.LEFT), RequestId.FIRST, 9))
                .containsExactly(look);
        assertThat(store.batches().in(batch.id(), ANY, all.get(1).id(), 1)).containsExactly(look);
        assertThat(members(batch)).hasSize(3);
        assertThat(store.requests().awaitingDecision()).containsExactly(look);

        move(looking, approve(looking));
        assertThat(store.batches().progress(batch.id())).containsEntry(MemberState.LEFT, 1);
    }

    @Test
    void members_in_some_states_are_found_and_whether_there_are_any() {
        Batch batch = added(3);
        List<Stored> all = members(batch);
        Stored first = move(all.get(0), approve(all.get(0)));
        move(first, ((Request.Approved) first.request()).start(MONDAY));
        Stored second = move(all.get(1), approve(all.get(1)));
        var waiting = EnumSet.of(MemberState.WAITING);

        assertThat(store.batches().members(batch.id(), waiting, RequestId.FIRST, 9))
                .containsExactly(second);
        assertThat(store.batches().members(batch.id(), waiting, second.id(), 9)).isEmpty();
        assertThat(store.batches().any(batch.id(), EnumSet.of(MemberState.UNDER_WAY)))
                .isTrue();
        assertThat(store.batches().any(batch.id(), EnumSet.of(MemberState.DONE, MemberState.STOPPED)))
                .isFalse();
    }

    @Test
    void who_has_another_open_request_is_not_opened_with_others() {
        Batch batch = added(2);
        List<Stored> all = members(batch);
        List<Request> cancelled = all.stream()
                .<Request>map(member -> ((Request.Pending) member.request()).cancel(SAM, MONDAY))
                .toList();
        store.batches().replaceAll(all, cancelled);
        List<Stored> ended = members(batch);
        alone(person(1));

        assertThat(store.transactions()
                        .run(() -> store.batches()
                                .replaceAll(
                                        ended, all.stream().map(Stored::request).toList())))
                .isFalse();
    }

    @Test
    void a_batch_that_is_held_comes_back_with_who_is_first_and_why() {
        var before = store.batches().find(added(2).id()).orElseThrow();
        var under = BatchStage.BatchUnderWay.from(MONDAY, List.of(id(1002)), 4, 1);
        var held = before.batch()
                .with(under.held(new BatchStage.Hold(BatchStage.HoldReason.PAUSED, Optional.of(LEE), MONDAY)));
        var stored = store.batches().replace(before, held).orElseThrow();
        assertThat(store.batches().find(before.id())).contains(stored);
        var ended = held.with(new BatchStage.BatchEnded(MONDAY, MONDAY, held.hold()));
        assertThat(store.batches()
                        .find(store.batches()
                                .replace(stored, ended)
                                .orElseThrow()
                                .id())
                        .orElseThrow()
                        .batch())
                .isEqualTo(ended);
    }

    @Test
    void the_cards_of_a_batch_are_replaced_at_a_pace_and_at_once_when_it_moves() {
        Batch batch = added(2);
        store.addresses().posted(new CardCopy(batch.id().toString(), chat(), "7"));
        store.messages().refreshAtPace(batch.id(), MONDAY);
        assertThat(store.lanes().due("a:lee")).isEmpty();

        clock.passes(Duration.ofSeconds(10));
        store.messages().refreshAtPace(batch.id(), MONDAY);
        var due = store.lanes().due("a:lee");
        assertThat(due)
                .singleElement()
                .satisfies(one -> assertThat(one.message()).isEqualTo(BotMessage.progress(batch.id(), MONDAY)));
        store.messages().refreshAtPace(batch.id(), MONDAY);
        store.lanes().sent(due.getFirst());
        assertThat(store.lanes().due("a:lee"))
                .as("wanted again while it was sent")
                .isEmpty();
        assertThat(store.lanes().next("a:lee")).contains(MONDAY.plusSeconds(20));

        store.messages().refresh(batch.id());
        assertThat(store.lanes().due("a:lee"))
                .singleElement()
                .satisfies(one -> assertThat(one.message()).isEqualTo(BotMessage.card(batch.id())));
    }

    /** Approvals and controls that are typed are answered by a card each, so everybody has more than one. */
    @Test
    void copies_of_one_card_share_the_operations_of_a_minute_also_after_a_kill() {
        Batch batch = added(2);
        IntStream.range(0, 6)
                .forEach(at -> store.addresses().posted(new CardCopy(batch.id().toString(), chat(), "card " + at)));
        var sent = new ArrayList<String>();
        for (int second = 0; second < 60; second++) {
            clock.passes(Duration.ofSeconds(1));
            store.messages().refreshAtPace(batch.id(), MONDAY);
            if (second == 30) {
                store.messages().refresh(batch.id());
            }
            for (DueMessage due : store.lanes().due("a:lee")) {
                boolean killed = sent.size() % 8 == 7;
                sent.add(due.activityId());
                if (!killed) {
                    store.lanes().sent(due);
                }
            }
        }
        assertThat(sent).hasSizeBetween(18, 30);
    }

    @Test
    void what_a_card_shows_of_a_batch_is_compared_with_its_version() {
        var before = store.batches().find(added(2).id()).orElseThrow();
        var copy = new CardCopy(before.id().toString(), chat(), "7");
        store.addresses().posted(copy);
        store.messages().refreshIfOlder(copy, 1);
        assertThat(store.lanes().due("a:lee")).isEmpty();

        store.batches().replace(before, before.batch().with(new BatchStage.BatchCancelled(SAM, MONDAY)));
        store.messages().refreshIfOlder(copy, 1);
        assertThat(store.lanes().due("a:lee")).hasSize(1);
    }

    @Test
    void a_batch_goes_with_the_last_of_its_members_and_nobody_erased_is_left_in_one() {
        Batch batch = added(2);
        assertThat(store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(500))))
                .isZero();
        store.upkeep().erase(KIM, "left", MONDAY);
        assertThat(store.batches()
                        .find(batch.id())
                        .orElseThrow()
                        .batch()
                        .terms()
                        .leftOut())
                .isEmpty();

        List<Stored> all = members(batch);
        store.batches()
                .replaceAll(
                        all,
                        all.stream()
                                .<Request>map(member -> ((Request.Pending) member.request()).cancel(SAM, MONDAY))
                                .toList());
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(500)));
        assertThat(store.batches().find(batch.id())).isEmpty();
    }

    private Batch added(int people) {
        return store.transactions().run(() -> {
            RequestId id = store.batches().next(1);
            RequestId first = store.batches().next(people);
            List<Request.Pending> members = IntStream.range(0, people)
                    .mapToObj(at -> Sample.member(id(first.number() + at), id, SAM, person(at)))
                    .toList();
            Batch batch = Sample.batch(id, members);
            assertThat(store.batches().add(batch, members)).isTrue();
            return batch;
        });
    }

    private static List<Request.Pending> fresh(long from, int people) {
        return IntStream.range(0, people)
                .mapToObj(at -> Sample.member(id(from + 1 + at), id(from), SAM, person(at)))
                .toList();
    }

    private List<Request> all(Batch batch) {
        return store.batches().in(batch.id(), ANY, RequestId.FIRST, 99);
    }

    private List<Stored> members(Batch batch) {
        return store.batches().members(batch.id(), RequestId.FIRST, 99);
    }

    private Stored alone(UserId person) {
        return ((Added.New) store.requests().add(id -> Sample.pending(id, person))).stored();
    }

    private Stored move(Stored before, Request after) {
        return ((Replaced.Done) store.requests().replace(before, after)).stored();
    }

    private static Request approve(Stored member) {
        var waiting = (AwaitingDecision) member.request();
        return waiting.approve(permit(waiting, LEE));
    }

    private static RequestId id(long number) {
        return new RequestId(number);
    }

    private static UserId person(int number) {
        return new UserId("00000000-0000-0000-0001-%012d".formatted(number));
    }

    private static Address chat() {
        return new Address(
                Optional.of(LEE),
                Caller.ConversationType.PERSONAL,
                "tenant",
                "en-US",
                "http://localhost/",
                "msteams",
                "a:lee",
                "28:bot",
                "29:lee");
    }

    static final class Passing extends Clock {
        private Instant now = MONDAY;

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

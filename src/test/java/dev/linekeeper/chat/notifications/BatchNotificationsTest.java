package dev.linekeeper.chat.notifications;

import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.Addresses.Address;
import dev.linekeeper.chat.Addresses.CardCopy;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.MessageLanes.DueMessage;
import dev.linekeeper.chat.digest.NewsIn;
import dev.linekeeper.core.readiness.judgement.Overall;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.FinalJudgement;
import dev.linekeeper.core.request.FreshLookReason;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverridesForTests;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Sample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told of a batch: of it as one, and the person concerned of their own settings. */
class BatchNotificationsTest {
    private static final RequestId ID = new RequestId(1001);

    private final Passing clock = new Passing();
    private final OpenedStore kept = OpenedStore.inMemory("told-" + UUID.randomUUID(), clock);
    private final RequestNotifications notifications = new RequestNotifications(
            kept.messages(),
            kept.requests(),
            kept.batches(),
            NewsIn.delivery(kept, clock),
            OverridesForTests.told(kept, clock),
            clock);

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void the_approvers_and_the_requester_get_one_card_of_all() {
        Batch batch = batch(3);
        notifications.batchChanged(batch, 1);
        members(3).forEach(member -> notifications.changed(Optional.empty(), member, 1));
        clock.passes(Duration.ofSeconds(3));

        assertThat(sent()).extracting(DueMessage::message).containsOnly(BotMessage.card(ID));
        assertThat(sentTo).containsExactlyInAnyOrder("to:" + SAM, "to:" + LEE, "to:" + KIM);
    }

    /** Whoever asked for a class until June was erased since. */
    @Test
    void of_what_nobody_asked_for_any_more_nobody_is_told_that_it_ends_but_the_person() {
        Request completed = completed(approved(members(1).getFirst()));
        var nobodys = completed.terms().withoutRequester();
        notifications.ending(new Request.Expired(nobodys, List.of(), MONDAY));
        notifications.batchEnding(batch(2).withoutRequester());

        assertThat(kept.lanes().dueLanes()).containsExactly("to:" + nobodys.person());
    }

    @Test
    void of_a_member_only_the_person_concerned_hears_until_it_leaves_the_batch() {
        Request.Pending member = members(1).getFirst();
        Request.Approved approved = approved(member);
        notifications.changed(Optional.of(approved), completed(approved), 3);
        sent();
        assertThat(sentTo).containsExactly("to:" + member.terms().person());

        sentTo.clear();
        var left = approved.lookAgain(
                Sample.plan(member.terms().person()),
                FreshLookReason.PLAN_CHANGED,
                MONDAY,
                member.terms().expires());
        notifications.changed(Optional.of(approved), left, 4);
        sent();
        assertThat(sentTo).contains("to:" + SAM, "to:" + LEE, "to:" + KIM);
    }

    @Test
    void the_requester_hears_that_it_was_approved_and_that_it_ended_and_the_approvers_that_their_yes_is_void() {
        Batch approved = new Batch(
                batch(2).terms(),
                List.of(new Approval(LEE, MONDAY, "APPROVER")),
                BatchStage.BatchUnderWay.from(MONDAY, List.of(), 0, 0));
        notifications.batchChanged(approved, 2);
        notifications.batchChanged(approved.with(new BatchStage.BatchEnded(MONDAY, MONDAY, Optional.empty())), 3);
        notifications.batchChanged(approved.with(new BatchStage.BatchEnded(MONDAY, MONDAY, Optional.empty())), 3);
        assertThat(sent())
                .extracting(DueMessage::message)
                .containsExactly(BotMessage.outcome(ID, 2), BotMessage.outcome(ID, 3));
        assertThat(sentTo).containsOnly("to:" + SAM);

        sentTo.clear();
        notifications.batchChanged(approved.with(new BatchStage.BatchDenied(KIM, "no", MONDAY)), 4);
        sent();
        assertThat(sentTo).containsExactlyInAnyOrder("to:" + SAM, "to:" + LEE);
    }

    /** Two minutes for all of them. */
    @ParameterizedTest
    @ValueSource(ints = {60, 300})
    void the_card_is_replaced_as_often_for_many_people_as_for_few(int people) {
        kept.addresses().posted(new CardCopy(ID.toString(), chat(), "7"));
        int replaced = 0;
        for (Request.Pending member : members(people)) {
            clock.passes(Duration.ofMinutes(2).dividedBy(people));
            Request.Approved approved = approved(member);
            notifications.changed(Optional.of(approved), completed(approved), 3);
            replaced += (int) sent().stream()
                    .filter(message -> message.message().request().equals(ID))
                    .count();
        }
        assertThat(replaced).isBetween(8, 11);
    }

    /** Ten thousand undone together would replace the card of what they undo as often as their own. */
    @Test
    void a_card_follows_what_is_undone_alone_and_not_what_a_batch_undoes() {
        kept.addresses().posted(new CardCopy(ID.toString(), chat(), "7"));
        Request.Completed completed = completed(approved(members(1).getFirst()));
        UserId person = completed.terms().person();

        notifications.changed(
                Optional.of(completed),
                completed.undone(asked(id -> Sample.member(id, new RequestId(2001), LEE, person)), MONDAY),
                5);
        clock.passes(Duration.ofMinutes(2));
        assertThat(sent()).extracting(message -> message.message().request()).doesNotContain(ID);

        notifications.changed(
                Optional.of(completed),
                completed.undone(asked(id -> Request.Pending.of(Sample.terms(id, KIM))), MONDAY),
                6);
        clock.passes(Duration.ofMinutes(2));
        assertThat(sent()).extracting(message -> message.message().request()).contains(ID);
    }

    private RequestId asked(Function<RequestId, Request.Pending> request) {
        return ((RequestStore.Added.New) kept.requests().add(request))
                .stored()
                .request()
                .id();
    }

    private final List<String> sentTo = new ArrayList<>();

    /** Sends what is due. */
    private List<DueMessage> sent() {
        var all = new ArrayList<DueMessage>();
        for (String lane : kept.lanes().dueLanes()) {
            for (DueMessage message : kept.lanes().due(lane)) {
                all.add(message);
                sentTo.add(lane);
                kept.lanes().sent(message);
            }
        }
        return all;
    }

    private static Batch batch(int people) {
        return Sample.batch(ID, members(people));
    }

    private static List<Request.Pending> members(int people) {
        return IntStream.range(0, people)
                .mapToObj(at -> Sample.member(new RequestId(1002 + at), ID, SAM, new UserId("m-%05d".formatted(at))))
                .toList();
    }

    private static Request.Approved approved(Request.Pending member) {
        return new Request.Approved(
                member.terms(), List.of(new Approval(LEE, MONDAY, "APPROVER")), MONDAY, List.of(), 0);
    }

    private static Request.Completed completed(Request.Approved approved) {
        return new Request.Completed(
                approved.terms(),
                approved.approvals(),
                MONDAY,
                List.of(),
                new FinalJudgement(Overall.READY, List.of(), MONDAY));
    }

    private static Address chat() {
        return new Address(
                Optional.of(SAM),
                Caller.ConversationType.PERSONAL,
                "tenant",
                "en-US",
                "http://localhost/",
                "msteams",
                "a:sam",
                "28:bot",
                "29:sam");
    }

    private static final class Passing extends Clock {
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

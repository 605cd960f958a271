package dev.linekeeper.chat.notifications;

import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.chat.bulk.CourseNotes;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.RequestButtons;
import dev.linekeeper.core.bulk.FreezeWindow;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.request.Approval;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.BatchStage.Hold;
import dev.linekeeper.core.request.BatchStage.HoldReason;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.ButtonTokens;
import dev.linekeeper.service.requests.Sample;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the requester of a batch is told of each of its moves. */
class BatchOutcomesTest {
    private static final RequestId ID = new RequestId(1001);
    private static final BatchStage.BatchUnderWay BEGUN = BatchStage.BatchUnderWay.from(MONDAY, List.of(), 0, 0);

    private final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private final OpenedStore kept = OpenedStore.inMemory("outcomes-" + UUID.randomUUID(), clock);
    private final Batch asked = Sample.batch(
            ID,
            List.of(
                    Sample.member(new RequestId(1002), ID, SAM, new UserId("m-1")),
                    Sample.member(new RequestId(1003), ID, SAM, new UserId("m-2"))));

    @AfterEach
    void close() {
        kept.close();
    }

    private String told(BatchStage stage, FreezeWindows freeze, Locale language) {
        var directory = Fabrikam.model().ports().directory();
        var names = new DisplayNames(directory, clock);
        var course = new CourseNotes(freeze, names, Sample.POLICY, clock);
        var cards = new BatchCards(
                kept.batches(),
                new RequestButtons(new ButtonTokens(kept.tokens(), clock), clock),
                new Roles(directory, Map.of(), clock, Duration.ZERO),
                names,
                new UnreachableApprovers(kept.addresses(), kept.messages()),
                course);
        var batch = new Batch(asked.terms(), List.of(new Approval(LEE, MONDAY, "APPROVER")), stage);
        var there = new Caller(SAM, "t", language, Caller.ConversationType.PERSONAL);
        return new AnswerCards()
                .render(new BatchOutcomes(cards, course).of(new StoredBatch(batch, 2), 2), there)
                .fallback();
    }

    @Test
    void approved_and_begun_is_said_and_not_that_none_of_it_is_done() {
        assertThat(told(BEGUN, FreezeWindows.NONE, Locale.ENGLISH))
                .contains("Approved by " + LEE, "It begins now, with 2 to do.")
                .doesNotContain("0 of 2");
        assertThat(told(BEGUN, FreezeWindows.NONE, Locale.GERMAN)).contains("Es beginnt jetzt");
        assertThat(told(BEGUN, FreezeWindows.NONE, Locale.FRENCH)).contains("Cela commence maintenant");
    }

    @Test
    void where_nothing_may_be_changed_just_now_it_is_said_when_it_begins() {
        var mornings = new FreezeWindows(List.of(FreezeWindow.of("daily 08:00-12:00")), ZoneOffset.UTC);

        assertThat(told(BEGUN, mornings, Locale.ENGLISH))
                .contains("Approved by " + LEE, "Nobody begins before 2026-11-23 12:00 UTC")
                .doesNotContain("begins now", "0 of 2");
    }

    @Test
    void what_is_held_says_how_far_it_came_and_why() {
        var held = BEGUN.held(new Hold(HoldReason.ERRORS, Optional.empty(), MONDAY));

        assertThat(told(held, FreezeWindows.NONE, Locale.ENGLISH)).contains("0 of 2 done", "Too many did not end well");
    }
}

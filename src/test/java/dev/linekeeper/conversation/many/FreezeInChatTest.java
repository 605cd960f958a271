package dev.linekeeper.conversation.many;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.bulk.FreezeWindow;
import dev.linekeeper.core.bulk.FreezeWindows;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.execution.ExecutionResult;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A batch and the hours in which nothing is to be changed: nights from ten to six in Berlin, on a Saturday in November. */
class FreezeInChatTest {
    private static final String THREE =
            "enrol adele.vance@contoso.example, alex.wilber@contoso.example and megan.bowen@contoso.example with"
                    + " London";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T21:30:00Z"));
    private final ChatInMemory chat = ChatInMemory.over(
            Fabrikam.demo(clock),
            clock,
            new FreezeWindows(List.of(FreezeWindow.of("daily 22:00-06:00")), ZoneId.of("Europe/Berlin")));
    private RequestId batch = new RequestId(1);

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void whoever_approves_within_it_is_told_until_when_nobody_begins() {
        batch = asked();

        assertThat(said("approver", "approve " + batch.number(), Locale.ENGLISH))
                .contains("Nobody begins before");
        assertThat(said("admin", "request " + batch.number(), Locale.ENGLISH))
                .contains("Nobody begins before 2026-11-29 05:00 UTC");
        assertThat(run())
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                ExecutionResult.Deferred.class,
                                deferred -> assertThat(clock.instant().plus(deferred.after()))
                                        .isEqualTo("2026-11-29T05:00:00Z")));

        clock.pass(Duration.ofHours(7).plusMinutes(30));
        assertThat(said("admin", "request " + batch.number(), Locale.ENGLISH)).doesNotContain("Nobody begins");
        run();
        assertThat(said("admin", "request " + batch.number(), Locale.ENGLISH)).contains("3 of 3 done");
    }

    @Test
    void one_that_begins_in_the_middle_is_said_and_whoever_has_not_begun_waits() {
        clock.pass(Duration.ofMinutes(-40));
        batch = asked();
        assertThat(said("approver", "approve " + batch.number(), Locale.ENGLISH))
                .doesNotContain("Nobody begins");
        run(members().getFirst());
        clock.pass(Duration.ofMinutes(20));

        assertThat(run(members().getLast())).isInstanceOf(ExecutionResult.Deferred.class);

        assertThat(said("approver", "request " + batch.number(), Locale.ENGLISH))
                .contains("1 of 3 done", "Nobody begins before 2026-11-29 05:00 UTC", "2 still to come");
        assertThat(said("approver", "request " + batch.number(), Locale.GERMAN))
                .contains("Niemand beginnt vor 2026-11-29 05:00 UTC");
        assertThat(said("approver", "request " + batch.number(), Locale.FRENCH))
                .contains("Personne ne commence avant 2026-11-29 05:00 UTC");
        clock.pass(Duration.ofHours(8));
        run();
        assertThat(said("admin", "request " + batch.number(), Locale.ENGLISH)).contains("3 of 3 done");
    }

    private RequestId asked() {
        return ((RequestCard) answer("admin", THREE, Locale.ENGLISH)).id();
    }

    private List<ExecutionResult> run() {
        return members().stream().map(this::run).toList();
    }

    private ExecutionResult run(RequestId member) {
        ExecutionResult result = chat.requests().applying().run(member);
        var now = chat.store().requests().find(member).orElseThrow();
        chat.requests().announcing().moved(member, now.version());
        return result;
    }

    private List<RequestId> members() {
        return chat.store().batches().members(batch, RequestId.FIRST, 9).stream()
                .map(member -> member.request().id())
                .toList();
    }

    private Answer answer(String role, String sentence, Locale language) {
        return chat.chat().answer(caller(role, language), new ChatInput.TypedText(sentence));
    }

    private String said(String role, String sentence, Locale language) {
        return new AnswerCards()
                .render(answer(role, sentence, language), caller(role, language))
                .fallback();
    }

    private static Caller caller(String role, Locale language) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }
}

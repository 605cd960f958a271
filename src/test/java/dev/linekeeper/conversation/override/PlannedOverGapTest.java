package dev.linekeeper.conversation.override;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code check megan with London} says of a gap that people accept is what {@code enrol} would do. */
class PlannedOverGapTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T09:00:00Z"));
    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(clock), clock);

    @AfterEach
    void close() {
        chat.close();
    }

    private String says(UserId who, String sentence) {
        var caller = new Caller(who, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.PERSONAL);
        var answer = chat.chat().answer(caller, new ChatInput.TypedText(sentence));
        assertThat(sentence.startsWith("check") == answer instanceof PersonReadiness)
                .isTrue();
        return new AnswerCards().render(answer, caller).fallback();
    }

    @Test
    void a_plan_under_a_policy_is_blocked_by_a_gap_until_two_accept_it_and_for_that_policy_alone() {
        String planned = "check megan.bowen@contoso.example with Seattle borrowed";
        assertThat(says(House.ANA_ADMIN, planned)).contains("cannot be enrolled", "POL-07");

        says(
                House.ANA_ADMIN,
                "override megan.bowen@contoso.example with Seattle borrowed until 2026-12-10 because the port takes two"
                        + " weeks");
        long number = chat.store().overrides().open().getFirst().override().id().number();
        says(House.LEE_APPROVER, "approve override " + number);
        assertThat(says(House.ANA_ADMIN, planned)).contains("cannot be enrolled");
        says(House.PRIYA_APPROVER, "approve override " + number);

        assertThat(says(House.ANA_ADMIN, planned))
                .contains("can be enrolled, with warnings", "POL-07", "accepted until Thursday");
        assertThat(says(House.ANA_ADMIN, "check megan.bowen@contoso.example with London mixed"))
                .contains("cannot be enrolled");
    }
}

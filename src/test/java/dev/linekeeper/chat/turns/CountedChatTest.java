package dev.linekeeper.chat.turns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Caller.ConversationType;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.metrics.Metric;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountedChatTest {
    private final TurnCounts counts = new TurnCounts();

    @Test
    void a_turn_is_counted_by_its_command_and_what_came_of_it() {
        heard(Locale.ENGLISH, () -> TurnNotes.command("check"));
        heard(Locale.ENGLISH, () -> {
            TurnNotes.command("enrol");
            TurnNotes.outcome(TurnOutcome.FAILED);
        });
        assertThat(counts.measurements())
                .contains(
                        Metric.TURNS.of(1, "check", "answered"),
                        Metric.TURNS.of(1, "enrol", "failed"),
                        Metric.TURNS_FAILED.of(1, "failed"),
                        Metric.TURNS_FAILED.of(0, "tenant-failed"));
    }

    @Test
    void what_was_not_understood_is_a_number_by_language_which_the_set_up_card_shows() {
        Runnable unclear = () -> TurnNotes.outcome(TurnOutcome.NOT_UNDERSTOOD);
        heard(Locale.GERMANY, unclear);
        heard(Locale.FRENCH, unclear);
        heard(Locale.FRENCH, unclear);
        heard(Locale.JAPANESE, unclear);
        assertThat(counts.measurements())
                .contains(Metric.NOT_UNDERSTOOD.of(0, "en"), Metric.NOT_UNDERSTOOD.of(1, "other"));
        assertThat(counts.checks().getFirst().found().arguments()).containsExactly(0L, 1L, 2L, 1L, 4L);
    }

    private void heard(Locale locale, Runnable answering) {
        var chat = new CountedChat(
                new Chat() {
                    @Override
                    public Answer answer(Caller caller, ChatInput input) {
                        answering.run();
                        return new Answer.Sorry("R-1");
                    }

                    @Override
                    public Answer welcome(Caller caller) {
                        throw new AssertionError("nobody has met the bot");
                    }
                },
                counts);
        chat.answer(
                new Caller(new UserId("6d3f0c1a"), "t", locale, ConversationType.PERSONAL),
                new ChatInput.TypedText("trip over my divorce"));
    }
}

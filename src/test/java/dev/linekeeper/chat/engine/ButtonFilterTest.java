package dev.linekeeper.chat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.commands.CommandsForTests;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody without a role is shown of cards made for anybody; the whole of it is pressed in EveryButtonTest. */
class ButtonFilterTest {
    private static final Caller ADA =
            new Caller(Fabrikam.ADA, "tenant", Locale.ENGLISH, Caller.ConversationType.PERSONAL);

    private final ButtonFilter filter = new ButtonFilter(
            new CommandBook(List.of(
                    CommandsForTests.named("open"),
                    Command.command("shut").by(Role.ADMIN).says("shut {thing}").answers(_ -> new Answer.Sorry("")))),
            new Roles(Fabrikam.model().ports().directory(), Map.of(), Clock.systemUTC(), Duration.ofMinutes(1)));

    @Test
    void a_button_that_says_a_sentence_is_one_of_the_sentences_command() {
        var note = (Answer.Note)
                filter.apply(ADA, note(NoteCards.say("open"), NoteCards.say("Shut London!"), NoteCards.say("?")));

        assertThat(note.suggestions()).extracting(Answer.Suggestion::typed).containsExactly("open");
    }

    @Test
    void a_row_stays_readable_when_it_cannot_be_tapped() {
        var listing = (Answer.Listing) filter.apply(
                ADA,
                ListingCards.of(
                        Explanation.of("chat.say", "t"),
                        Explanation.of("chat.say", "t"),
                        List.of(
                                row(ChatInput.press("shut", Slot.THING, "x")),
                                row(ChatInput.press("open", Slot.THING, "x")))));

        assertThat(listing.rows())
                .extracting(Answer.Listing.Row::press)
                .containsExactly(Optional.empty(), Optional.of(ChatInput.press("open", Slot.THING, "x")));
    }

    @Test
    void what_the_bot_sends_by_itself_is_filtered_for_each_reader() {
        var sent = new ArrayList<Answer>();
        var outbox = ButtonFilter.filteredOutbox(
                (_, answer) -> {
                    sent.add(answer.apply(ADA));
                    return new Outbox.Delivery.Delivered();
                },
                () -> filter);
        var cards = ButtonFilter.filteredCards((_, _) -> note(NoteCards.say("shut London")), () -> filter);

        outbox.show(Fabrikam.ADA, _ -> note(NoteCards.say("shut London")));
        sent.add(cards.of(BotMessage.card(new RequestId(1)), ADA));

        assertThat(sent)
                .hasSize(2)
                .allSatisfy(answer ->
                        assertThat(((Answer.Note) answer).suggestions()).isEmpty());
    }

    private static Answer.Note note(Answer.Suggestion... buttons) {
        return new Answer.Note(
                Answer.Tone.INFO, Explanation.of("chat.say", "t"), Explanation.of("chat.say", "t"), List.of(buttons));
    }

    private static Answer.Listing.Row row(ChatInput.ButtonPress press) {
        return new Answer.Listing.Row(
                Answer.Tone.INFO, Explanation.of("chat.say", "r"), Explanation.of("chat.say", "d"), Optional.of(press));
    }
}

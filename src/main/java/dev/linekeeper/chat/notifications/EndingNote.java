package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import java.time.LocalDate;
import java.util.List;

/** That what somebody, or many, have until a day is about to end, with the way to ask for longer. */
final class EndingNote {
    private EndingNote() {}

    static Answer of(RequestId id, Explanation title, LocalDate day) {
        return new Answer.Note(
                Tone.INFO,
                Explanation.of("chat.ending.title", title, day),
                Explanation.of("chat.ending.text", day),
                List.of(
                        NoteCards.say("extend " + id.number(), "chat.ending.extend"),
                        NoteCards.say("request " + id.number())));
    }
}

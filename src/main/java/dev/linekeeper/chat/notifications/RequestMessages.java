package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.MessageCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.RequestStore;
import java.util.List;
import java.util.function.Function;

/** What the bot says by itself about requests. */
public record RequestMessages(RequestStore store, RequestCards cards, OutcomeCards outcomes) implements MessageCards {
    @Override
    public Answer of(BotMessage message, Caller reader) {
        return switch (message.kind()) {
            case CARD -> cards.of(message.request(), reader);
            case REMINDER -> note(message.request(), this::reminder);
            case OUTCOME -> outcomes.of(message, reader).orElseGet(() -> unknown(message.request()));
        };
    }

    private Answer note(RequestId id, Function<RequestDetails, Answer> note) {
        return store.find(id)
                .map(stored -> note.apply(stored.request().terms()))
                .orElseGet(() -> unknown(id));
    }

    private static Answer unknown(RequestId id) {
        return NoteCards.of(Tone.INFO, "chat.no-such-request", id);
    }

    private Answer reminder(RequestDetails terms) {
        return new Answer.Note(
                Tone.INFO,
                Explanation.of("chat.reminder.title", terms.id()),
                Explanation.of("chat.reminder.text", cards.title(terms), terms.expires()),
                List.of(NoteCards.say("request " + terms.id().number())));
    }
}

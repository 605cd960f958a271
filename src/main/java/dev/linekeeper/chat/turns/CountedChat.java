package dev.linekeeper.chat.turns;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.service.metrics.Spans;

/** A chat whose turns are counted. */
public record CountedChat(Chat chat, TurnCounts counts) implements Chat {
    @Override
    public Answer answer(Caller caller, ChatInput input) {
        var notes = new TurnNotes();
        var span = Spans.begin("turn");
        try {
            return notes.during(() -> chat.answer(caller, input));
        } finally {
            span.named("turn " + notes.command())
                    .with("outcome", notes.outcome().name())
                    .close();
            counts.ended(notes, caller.locale());
        }
    }

    @Override
    public Answer welcome(Caller caller) {
        return chat.welcome(caller);
    }
}

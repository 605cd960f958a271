package dev.linekeeper.chat.talk;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.CommandBook;
import dev.linekeeper.chat.grammar.Grammar;
import dev.linekeeper.service.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is answered with a note. Help lists none of it; the grammar says how people say it. */
public final class Talk {
    private Talk() {}

    /** The commands of help and what is answered with a note, in all the ways of the grammar. */
    public static CommandBook book(List<Command> commands) {
        return new CommandBook(with(commands), Grammar.read());
    }

    /** The commands, and behind them what is answered with a note. */
    public static List<Command> with(List<Command> commands) {
        return Stream.concat(
                        commands.stream(), Arrays.stream(TalkTopic.values()).map(Talk::statement))
                .toList();
    }

    private static Command statement(TalkTopic topic) {
        return command(topic.verb()).by(Role.USER).reads().says(topic.verb()).answers(_ -> note(topic));
    }

    private static Note note(TalkTopic topic) {
        var note = NoteCards.of(Tone.INFO, "chat.talk." + topic.verb());
        var further = topic.sentence().map(NoteCards::say).stream();
        return new Note(
                note.tone(),
                note.title(),
                note.text(),
                Stream.concat(further, note.suggestions().stream()).toList());
    }
}

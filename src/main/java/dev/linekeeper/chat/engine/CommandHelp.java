package dev.linekeeper.chat.engine;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.turns.TurnNotes;
import dev.linekeeper.chat.turns.TurnOutcome;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The commands there are, for whom: help and the greeting list only what the caller may use. */
public final class CommandHelp {
    /** So many commands are offered to who greets, and where nothing was understood. */
    private static final int OFFERED = 3;

    /** These are at hand in any case. */
    private static final Set<String> GREETINGS = Set.of("hello", "help");

    private final List<Command> commands;
    private final Roles roles;
    private final Directory directory;

    /** Helps with the given commands in their order, and last with a greeting and help itself. */
    public CommandHelp(List<Command> others, Roles roles, Directory directory) {
        this.commands = Stream.concat(
                        others.stream(),
                        Stream.of(
                                command("hello")
                                        .by(Role.USER)
                                        .reads()
                                        .says("hello", "(hi|hey|hallo|bonjour)")
                                        .answers(invocation -> hello(invocation.caller())),
                                command("help")
                                        .by(Role.USER)
                                        .reads()
                                        .says(
                                                "help",
                                                "(menu|start|commands|hilfe|aide)",
                                                "what can (you|i) (do|say|ask) [here]",
                                                "how does this work",
                                                "(list|show) [all] [the] commands")
                                        .answers(invocation -> help(invocation.caller()))))
                .toList();
        this.roles = roles;
        this.directory = directory;
    }

    /** All commands, help the last. */
    public List<Command> commands() {
        return commands;
    }

    Answer.Help help(Caller caller) {
        return new Answer.Help(lines(open(caller)));
    }

    /**
     * A greeting is read by somebody who has not asked for anything: what they are most likely to want, and no more. What a
     * role of theirs is for comes before what everybody may do.
     */
    Answer.Hello hello(Caller caller) {
        return new Answer.Hello(
                directory.find(caller.id()).map(DirectoryEntry::displayName),
                lines(open(caller)
                        .filter(Command::isGreeting)
                        .sorted(Comparator.comparing(command -> command.isOpen(Set.of(Role.USER))))
                        .limit(OFFERED)));
    }

    /** It was not understood: of the commands it is nearest to, the first few that the caller may use. */
    Answer nearest(Caller caller, List<String> verbs) {
        TurnNotes.outcome(TurnOutcome.NOT_UNDERSTOOD);
        List<Command> open = open(caller)
                .filter(command -> !GREETINGS.contains(command.verb()))
                .filter(CommandHelp::asksFirst)
                .toList();
        var buttons = Stream.concat(
                        verbs.stream()
                                .flatMap(verb -> open.stream()
                                        .filter(command -> command.verb().equals(verb))),
                        open.stream().filter(Command::isGreeting))
                .distinct()
                .limit(OFFERED)
                .map(command -> NoteCards.say(command.opening(), command.titleKey()));
        var note = NoteCards.notUnderstood();
        return new Answer.Note(
                note.tone(),
                note.title(),
                note.text(),
                Stream.concat(buttons, note.suggestions().stream()).toList());
    }

    /** Whether a press of it says or asks something; what acts at once is not offered to who did not ask for it. */
    private static boolean asksFirst(Command command) {
        return command.isReading() || command.isGreeting() || !command.fields().isEmpty();
    }

    /** What the caller may use. */
    private Stream<Command> open(Caller caller) {
        Set<Role> held = roles.maybe(caller.id());
        return commands.stream().filter(command -> command.isOpen(held));
    }

    private static List<Answer.Help.HelpLine> lines(Stream<Command> listed) {
        return listed.map(command -> new Answer.Help.HelpLine(command.displayText(), command.verb()))
                .toList();
    }
}

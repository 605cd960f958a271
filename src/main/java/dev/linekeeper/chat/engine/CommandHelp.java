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
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The commands there are, for whom: help and the greeting list only what the caller may use. */
public final class CommandHelp {
    /** So many commands are offered where nothing was understood. */
    private static final int NEAREST = 3;

    private final List<Command> commands;
    private final Roles roles;
    private final Directory directory;

    /** Helps with the given commands in their order, and last with help itself. */
    public CommandHelp(List<Command> others, Roles roles, Directory directory) {
        this.commands = Stream.concat(
                        others.stream(),
                        Stream.of(command("help")
                                .by(Role.USER)
                                .says(
                                        "help",
                                        "(hi|hello|hey|hallo|menu|start|commands|bonjour|hilfe|aide)",
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
        return new Answer.Help(lines(caller, _ -> true));
    }

    /** A greeting is read by somebody who has not asked for anything: what they are most likely to want, and no more. */
    Answer.Hello hello(Caller caller) {
        return new Answer.Hello(
                directory.find(caller.id()).map(DirectoryEntry::displayName), lines(caller, Command::isGreeting));
    }

    /** It was not understood: of the commands it is nearest to, the first few that the caller may use. */
    Answer nearest(Caller caller, List<String> verbs) {
        TurnNotes.outcome(TurnOutcome.NOT_UNDERSTOOD);
        Set<Role> held = roles.maybe(caller.id());
        List<Command> open =
                commands.stream().filter(command -> command.isOpen(held)).toList();
        var buttons = Stream.concat(
                        verbs.stream()
                                .flatMap(verb -> open.stream()
                                        .filter(command -> command.verb().equals(verb))),
                        open.stream().filter(Command::isGreeting))
                .distinct()
                .limit(NEAREST)
                .map(command -> NoteCards.say(command.opening(), command.titleKey()));
        var note = NoteCards.notUnderstood();
        return new Answer.Note(
                note.tone(),
                note.title(),
                note.text(),
                Stream.concat(buttons, note.suggestions().stream()).toList());
    }

    private List<Answer.Help.HelpLine> lines(Caller caller, Predicate<Command> listed) {
        Set<Role> held = roles.maybe(caller.id());
        return commands.stream()
                .filter(command -> command.isOpen(held))
                .filter(listed)
                .map(command -> new Answer.Help.HelpLine(command.displayText(), command.verb()))
                .toList();
    }
}

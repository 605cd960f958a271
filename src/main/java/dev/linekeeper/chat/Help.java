package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.people.Roles;
import dev.linekeeper.service.tenant.Directory;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is on offer, for whom: help lists only what the caller may use. */
public final class Help implements Command {
    private static final Set<String> FIRST =
            Set.of("enrol", "check", "why", "requests", "audit", "doctor", "my-caller-id", "my-emergency");

    private final List<Command> commands;
    private final Roles roles;
    private final Directory directory;

    /** Helps with the given commands, in their order. */
    public Help(List<Command> commands, Roles roles, Directory directory) {
        this.commands = List.copyOf(commands);
        this.roles = roles;
        this.directory = directory;
    }

    @Override
    public String verb() {
        return "help";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("help"),
                Phrase.of("(hi|hello|hey|hallo|menu|start|commands|bonjour|hilfe|aide)"),
                Phrase.of("what can (you|i) (do|say|ask) [here]"),
                Phrase.of("how does this work"),
                Phrase.of("(list|show) [all] [the] commands"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.USER);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        return help(caller);
    }

    /** All commands, help the last. */
    public List<Command> withItself() {
        return Stream.concat(commands.stream(), Stream.of(this)).toList();
    }

    Answer.Help help(Caller caller) {
        return new Answer.Help(lines(caller));
    }

    /** A greeting is read by somebody who has not asked for anything: what they are most likely to want, and no more. */
    Answer.Hello hello(Caller caller) {
        return new Answer.Hello(
                directory.find(caller.id()).map(DirectoryEntry::displayName),
                lines(caller).stream()
                        .filter(line -> FIRST.contains(line.verb()))
                        .toList());
    }

    private List<Answer.Help.Line> lines(Caller caller) {
        Set<Role> held = roles.of(caller.id());
        return commands.stream()
                .filter(command -> CommandBook.isOpen(command, held))
                .map(command ->
                        new Answer.Help.Line(command.phrases().getFirst().shown(), command.verb()))
                .toList();
    }
}

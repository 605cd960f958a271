package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.service.people.Role;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All commands: finds the one a sentence or a button means, and tells which roles are enough for it. Thread-safe. */
public final class CommandBook {
    private final List<Command> commands;
    private final Map<String, Command> byVerb = new LinkedHashMap<>();
    private final Spelling spelling;

    /**
     * Puts the commands together.
     *
     * @throws IllegalStateException when two commands share a verb or a phrase: start-up must not go on
     */
    public CommandBook(List<Command> commands) {
        this.commands = List.copyOf(commands);
        var phrases = new LinkedHashMap<String, String>();
        for (Command command : commands) {
            if (byVerb.putIfAbsent(command.verb(), command) != null) {
                throw new IllegalStateException("Two commands are called '%s'".formatted(command.verb()));
            }
            for (Phrase phrase : command.phrases()) {
                String other = phrases.putIfAbsent(phrase.text(), command.verb());
                if (other != null) {
                    throw new IllegalStateException(
                            "'%s' is a phrase of both '%s' and '%s'".formatted(phrase, other, command.verb()));
                }
            }
        }
        this.spelling = new Spelling(commands.stream()
                .flatMap(command -> command.phrases().stream())
                .flatMap(phrase -> phrase.words().stream())
                .collect(Collectors.toSet()));
    }

    /** A command with its slots filled. */
    public record CommandMatch(Command command, SlotValues slots) {}

    /**
     * What is meant by a sentence: of all phrases that fit the one with the most words of its own in it. The bare opening of a
     * command, which is what the menus of Teams type, means the command with nothing filled in.
     */
    public Optional<CommandMatch> understand(String said) {
        record Fit(CommandMatch meant, int certainty) {}
        return commands.stream()
                .flatMap(command -> command.phrases().stream()
                        .flatMap(phrase -> phrase.match(said).stream())
                        .map(match -> new Fit(new CommandMatch(command, match.slots()), match.certainty())))
                .max(Comparator.comparingInt(Fit::certainty))
                .map(Fit::meant)
                .or(() -> commands.stream()
                        .filter(command -> command.opening().equalsIgnoreCase(said))
                        .findFirst()
                        .map(command -> new CommandMatch(command, SlotValues.ofInputs(Map.of()))));
    }

    /** The sentence somebody with these roles may have meant who mistyped a word. */
    public Optional<String> correction(String said, Set<Role> roles) {
        return spelling.corrections(
                        said,
                        sentence -> understand(sentence)
                                .filter(meant -> meant.command().isOpen(roles))
                                .isPresent())
                .findFirst();
    }

    public Optional<Command> find(String verb) {
        return Optional.ofNullable(byVerb.get(verb));
    }

    /** Whether one of the roles is enough for what a button does, the command of the sentence it says included. */
    boolean isOpen(ButtonPress press, Set<Role> roles) {
        return find(press).filter(command -> command.isOpen(roles)).isPresent();
    }

    private Optional<Command> find(ButtonPress press) {
        return press.verb().equals(NoteCards.SAY)
                ? SlotValues.ofInputs(press.inputs())
                        .text(Slot.SENTENCE)
                        .flatMap(sentence -> understand(Utterance.of(sentence).text()))
                        .map(CommandMatch::command)
                : find(press.verb());
    }
}

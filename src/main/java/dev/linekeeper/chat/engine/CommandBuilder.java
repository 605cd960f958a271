package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.CommandField.Need;
import dev.linekeeper.chat.grammar.Phrase;
import dev.linekeeper.service.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The words in which a {@link Command} is written. Not thread-safe: commands are written once, at start-up. */
public final class CommandBuilder {
    private final String verb;
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<CommandField> fields = new ArrayList<>();
    private Set<Role> roles = Set.of();
    private boolean personal;
    private boolean reading;
    private boolean greeting;
    private boolean file;

    CommandBuilder(String verb) {
        this.verb = verb;
    }

    /** Who may use it: anybody with one of these roles. */
    public CommandBuilder by(Role... enough) {
        return by(Set.of(enough));
    }

    public CommandBuilder by(Set<Role> enough) {
        roles = Set.copyOf(enough);
        return this;
    }

    /** The answer is for the caller alone. */
    public CommandBuilder personal() {
        personal = true;
        return this;
    }

    /** Nothing changes: a name may be completed, and the answer says whose it is. */
    public CommandBuilder reads() {
        reading = true;
        return this;
    }

    /** Somebody who has just met the bot is told of it. */
    public CommandBuilder greeting() {
        greeting = true;
        return this;
    }

    /** It does something with a file that came with the sentence; a file without words means the first such command. */
    public CommandBuilder takesFile() {
        file = true;
        return this;
    }

    /**
     * How it is said, in the language of {@link Phrase}.
     *
     * @throws IllegalArgumentException when a phrase names an unknown slot
     */
    public CommandBuilder says(String... ways) {
        Stream.of(ways).map(Phrase::of).forEach(phrases::add);
        return this;
    }

    /** What it cannot do without; policies, people and requests are found before the command answers. */
    public CommandBuilder asks(Slot... slots) {
        return fields(Need.ASKED, slots);
    }

    /** What its form offers. */
    public CommandBuilder offers(Slot... slots) {
        return fields(Need.OPTIONAL, slots);
    }

    /** The field of a slot it asks for or offers has that name on its form. */
    public CommandBuilder labelled(Slot slot, String label) {
        fields.replaceAll(field -> field.slot() == slot ? new CommandField(slot, label, field.need()) : field);
        return this;
    }

    private CommandBuilder fields(Need need, Slot... slots) {
        Stream.of(slots).map(slot -> new CommandField(slot, slot.label(), need)).forEach(fields::add);
        return this;
    }

    /**
     * Ends the command.
     *
     * @throws IllegalStateException when it has no roles or no phrases
     */
    public Command answers(Function<Invocation, Answer> answer) {
        return new Command(verb, roles, phrases, fields, personal, reading, greeting, file, answer);
    }
}

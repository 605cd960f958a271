package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.grammar.Phrase;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A command: what people type or press, who may do it, what it asks for and how it answers. Written as one statement that
 * begins with {@link #command}. Its name in messages is {@code chat.help.VERB} (what it does, for help) and, when it asks
 * for anything, {@code chat.form.VERB} (the title of its form) and {@code card.form.send.VERB} (its button).
 *
 * @param verb unique, lower case with hyphens; buttons carry it
 * @param roles anybody with one of these may use it
 * @param phrases the sentences that mean it; help and the form show the first one
 * @param fields what its form asks for, in the order of the form
 * @param isPersonal whether the answer is for the caller alone, so that in a channel it is given in their own chat
 * @param isReading whether nothing changes, so that a completed name is answered; else it is asked back first
 * @param isGreeting whether somebody who has just met the bot is told of it
 * @param takesFile whether it does something with a file that came with the sentence
 * @param answer runs once every field it needs is filled, and the person and policy it names are found
 */
public record Command(
        String verb,
        Set<Role> roles,
        List<Phrase> phrases,
        List<CommandField> fields,
        boolean isPersonal,
        boolean isReading,
        boolean isGreeting,
        boolean takesFile,
        Function<Invocation, Answer> answer) {
    public Command {
        roles = Set.copyOf(roles);
        phrases = List.copyOf(phrases);
        fields = List.copyOf(fields);
        if (roles.isEmpty() || phrases.isEmpty()) {
            throw new IllegalStateException("Nobody may say '%s', or nobody can".formatted(verb));
        }
    }

    /** Begins a command; {@link CommandBuilder#answers} ends it. */
    public static CommandBuilder command(String verb) {
        return new CommandBuilder(verb);
    }

    /** The message that says what the command does. */
    public String helpKey() {
        return "chat.help." + verb;
    }

    /** The message that is the title of its form. */
    public String formKey() {
        return "chat.form." + verb;
    }

    /** The message that names it in a few words: the title of its form, or else what it does. */
    public String titleKey() {
        return fields.isEmpty() ? helpKey() : formKey();
    }

    /** The first way to say it, as help shows it: {@code move PERSON to POLICY}. */
    public String displayText() {
        return phrases.getFirst().displayText();
    }

    /** What help's sentence begins with before anything is to be filled in, as menus have it: {@code why can't}. */
    String opening() {
        return phrases.getFirst().text().replaceFirst("\\s*[\\[({].*", "");
    }

    /** Whether one of the roles is enough. */
    public boolean isOpen(Set<Role> held) {
        return roles.stream().anyMatch(held::contains);
    }
}

package dev.linekeeper.chat;

import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Set;

/**
 * One thing people can ask for. What is typed and what is pressed arrive at the same {@link #answer}; who may not use the
 * command never gets there.
 */
public interface Command {
    /** Its name, which buttons carry; unique, lower case with hyphens. Help describes it by {@code chat.help.VERB}. */
    String verb();

    /** How it is said; help shows the first one. A phrase without slots usually gives the command's form. */
    List<Phrase> phrases();

    /** Who may use it: anybody with one of these roles. */
    Set<Role> roles();

    /** Whether the answer is for the asker alone, so that in a channel it is given in their own chat. */
    default boolean isPersonal() {
        return false;
    }

    Answer answer(Caller caller, Slots slots);
}

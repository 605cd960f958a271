package dev.linekeeper.chat.grammar;

import dev.linekeeper.chat.Slot;
import java.util.Map;

/**
 * One way to say something.
 *
 * @param verb of the command that is meant
 * @param filled the slots that are filled without being said, such as {@code thing=all} for "who is blocked"
 * @param where the line it stands in, for messages
 */
public record GrammarWay(String verb, Map<Slot, String> filled, Phrase phrase, String where) {
    public GrammarWay {
        filled = Map.copyOf(filled);
    }
}

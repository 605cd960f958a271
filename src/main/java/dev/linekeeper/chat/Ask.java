package dev.linekeeper.chat;

import java.util.HashMap;
import java.util.Map;

/** What a person typed or pressed; both mean the same to a command. */
public sealed interface Ask {
    /** Text as written, mentions of the bot taken out. */
    record Said(String text) implements Ask {}

    /** A button of a card: its verb and the texts of its data and inputs. Nothing in here is trusted. */
    record Pressed(String verb, Map<String, String> inputs) implements Ask {
        public Pressed {
            inputs = Map.copyOf(inputs);
        }

        /** The same with one more input, or another value for it. */
        Pressed with(Slot slot, String value) {
            var more = new HashMap<>(inputs);
            more.put(slot.key(), value);
            return new Pressed(verb, more);
        }
    }

    /** The button of the command of that verb, with one slot filled. */
    static Pressed press(String verb, Slot slot, String value) {
        return new Pressed(verb, Map.of(slot.key(), value));
    }
}

package dev.linekeeper.chat;

import dev.linekeeper.chat.files.AttachedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person typed or pressed; both mean the same to a command. */
public sealed interface ChatInput {
    /** Text as written, mentions of the bot taken out, and the files that came with it; with files it may be empty. */
    record TypedText(String text, List<AttachedFile> files) implements ChatInput {
        public TypedText {
            files = List.copyOf(files);
        }

        public TypedText(String text) {
            this(text, List.of());
        }
    }

    /** A button of a card: its verb and the texts of its data and inputs. Nothing in here is trusted. */
    record ButtonPress(String verb, Map<String, String> inputs) implements ChatInput {
        public ButtonPress {
            inputs = Map.copyOf(inputs);
        }

        /** The same with one more input, or another value for it. */
        public ButtonPress with(Slot slot, String value) {
            var more = new HashMap<>(inputs);
            more.put(slot.key(), value);
            return new ButtonPress(verb, more);
        }
    }

    /** The button of the command of that verb, with one slot filled. */
    static ButtonPress press(String verb, Slot slot, String value) {
        return new ButtonPress(verb, Map.of(slot.key(), value));
    }
}

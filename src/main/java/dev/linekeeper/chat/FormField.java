package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.FormChoice;
import java.util.List;

/**
 * One field of a form.
 *
 * @param label the message with its name; what is said where it is missing is {@code LABEL.error}
 * @param value what stands in it already, empty for nothing
 * @param choices what may be chosen; empty for free text
 * @param several whether several of them may be chosen, which come separated by commas, in the order of the choices
 */
public record FormField(
        Slot slot, String label, boolean required, String value, List<FormChoice> choices, boolean several) {
    public FormField {
        choices = List.copyOf(choices);
    }

    /** A field of which one is chosen. */
    public FormField(Slot slot, String label, boolean required, String value, List<FormChoice> choices) {
        this(slot, label, required, value, choices, false);
    }
}

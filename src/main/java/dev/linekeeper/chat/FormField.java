package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.FormChoice;
import java.util.List;

/**
 * One field of a form.
 *
 * @param label the message with its name; what is said where it is missing is {@code LABEL.error}
 * @param value what stands in it already, empty for nothing
 * @param choices what may be chosen; empty for free text
 */
public record FormField(Slot slot, String label, boolean required, String value, List<FormChoice> choices) {
    public FormField {
        choices = List.copyOf(choices);
    }
}

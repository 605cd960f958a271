package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Slot;

/** What a command asks for, as a slot of its phrases and a field of its form, whose name is the message {@code label}. */
public record CommandField(Slot slot, String label, Need need) {
    /** What happens when nothing is given. */
    enum Need {
        /** The form is shown instead of an answer. */
        ASKED,
        OPTIONAL
    }

    boolean isRequired() {
        return need != Need.OPTIONAL;
    }
}

package dev.linekeeper.chat.fixes;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.fixes.FixChoice;
import java.util.List;

/** The form with what a failing rule can be put right with: chosen where there is one thing only, else a question. */
final class FixForm {
    private FixForm() {}

    static Answer of(Invocation invocation, List<FixChoice> fitting) {
        return fitting.isEmpty()
                ? FixTexts.note(Tone.STOP, "nothing-fits", said(invocation, Slot.RULE))
                : invocation.form(List.of(
                        field(Slot.RULE, true, said(invocation, Slot.RULE), List.of()),
                        field(Slot.THING, true, said(invocation, Slot.THING), List.of()),
                        field(
                                Slot.CHOICE,
                                true,
                                fitting.size() == 1 ? fitting.getFirst().value() : "",
                                fitting.stream()
                                        .map(choice -> new FormChoice(choice.name(), choice.value()))
                                        .toList()),
                        field(Slot.REASON, false, invocation.reason(), List.of())));
    }

    private static String said(Invocation invocation, Slot slot) {
        return invocation.text(slot).orElse("");
    }

    private static FormField field(Slot slot, boolean required, String value, List<FormChoice> choices) {
        return new FormField(slot, slot.label(), required, value, choices);
    }
}

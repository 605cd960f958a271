package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.Explanation;
import java.util.List;

/** Forms for those who would rather tap than type. */
final class Forms {
    private Forms() {}

    /** A form titled {@code chat.form.VERB}; {@code typed} is the phrase it stands for. */
    static Answer.Form of(String verb, String typed, List<Answer.Field> fields) {
        return new Answer.Form(
                verb,
                Explanation.of("chat.form." + verb),
                fields,
                Phrase.of(typed).shown());
    }

    static Answer.Field text(Slot slot, boolean required, String value) {
        return new Answer.Field(slot, required, value, List.of());
    }

    static Answer.Field choice(Slot slot, boolean required, String value, List<Answer.Choice> choices) {
        return new Answer.Field(slot, required, value, choices);
    }
}

package dev.linekeeper.chat.override;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.PersonNotes;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.override.OverridesInForce;
import java.util.Optional;

/** Says on every card of a person that an emergency gap is accepted for them: until when, by whom and why. */
public record OverrideNotes(OverridesInForce inForce, DisplayNames names) implements PersonNotes {
    @Override
    public Optional<Explanation> of(UserId person) {
        return inForce.of(person).map(stored -> new OverrideTexts(names).note(stored.override()));
    }
}

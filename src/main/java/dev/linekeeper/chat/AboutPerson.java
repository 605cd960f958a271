package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Person;
import java.util.List;
import java.util.Optional;

/** A command about one person: finds them, notes in the audit trail that they were looked at, and answers. */
abstract class AboutPerson implements Command {
    private final Lookup lookup;

    AboutPerson(Lookup lookup) {
        this.lookup = lookup;
    }

    abstract Answer answer(Caller caller, Person person);

    final Lookup lookup() {
        return lookup;
    }

    @Override
    public final Answer answer(Caller caller, Slots slots) {
        Optional<String> text = slots.text(Slot.PERSON);
        if (text.isEmpty()) {
            return Forms.of(verb(), phrases().getFirst().text(), List.of(Forms.text(Slot.PERSON, true, "")));
        }
        return switch (lookup.person(
                text.get(),
                caller,
                name -> new Ask.Pressed(verb(), slots.with(Slot.PERSON, name).inputs()))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var entry) -> {
                lookup.read(caller, entry.id(), verb());
                yield answer(caller, lookup.person(entry));
            }
        };
    }
}

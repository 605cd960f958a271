package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for a person to be taken out of Shared Calling. */
final class Remove implements Command {
    private final Lookup lookup;
    private final AskedAnswers asked;

    Remove(Lookup lookup, AskedAnswers asked) {
        this.lookup = lookup;
        this.asked = asked;
    }

    @Override
    public String verb() {
        return "remove";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("remove {person} [because {reason}]"),
                Phrase.of("(remove|unenrol|unenroll|offboard)"),
                Phrase.of(
                        "(remove|unenrol|unenroll|offboard|take out|take off) {person} [(from|of) [policy] (shared calling|{policy})] [(because|since|reason) [of] {reason}]"),
                Phrase.of(
                        "take {person} (out of|off|from) [policy] (shared calling|{policy}) [(because|since|reason) [of] {reason}]"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        Optional<String> text = slots.text(Slot.PERSON);
        if (text.isEmpty()) {
            return Forms.of(
                    verb(),
                    phrases().getFirst().text(),
                    List.of(Forms.text(Slot.PERSON, true, ""), Forms.text(Slot.REASON, false, "")));
        }
        return switch (lookup.person(
                text.get(),
                caller,
                name -> new Ask.Pressed(verb(), slots.with(Slot.PERSON, name).inputs()))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var person) ->
                asked.answer(
                        caller,
                        person.displayName(),
                        asked.ask(
                                caller,
                                new Intent.Remove(person.id()),
                                slots.text(Slot.REASON).orElse("")),
                        Optional.empty());
        };
    }
}

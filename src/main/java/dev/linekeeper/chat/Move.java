package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for a person to be brought from one Shared Calling policy to another. */
final class Move extends PersonUnderPolicy {
    private final AskedAnswers asked;

    Move(Lookup lookup, AskedAnswers asked) {
        super(lookup);
        this.asked = asked;
    }

    @Override
    public String verb() {
        return "move";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("move {person} to {policy} [because {reason}]"),
                Phrase.of("(move|switch|transfer)"),
                Phrase.of(
                        "(move|switch|transfer|change) {person} (to|over to|into|onto) [policy] {policy} [(because|since|reason) [of] {reason}]"),
                Phrase.of("(move|switch|transfer) {person}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    List<Answer.Field> more(Slots slots) {
        return List.of(Forms.text(Slot.REASON, false, slots.text(Slot.REASON).orElse("")));
    }

    @Override
    Answer answer(Caller caller, Slots slots, DirectoryEntry person, PolicyName target) {
        return asked.answer(
                caller,
                person.displayName(),
                asked.ask(
                        caller,
                        new Intent.Enrol(person.id(), target, slots.isYes(Slot.RELEASE)),
                        slots.text(Slot.REASON).orElse("")),
                Optional.of(press(slots.with(Slot.RELEASE, "yes"))));
    }
}

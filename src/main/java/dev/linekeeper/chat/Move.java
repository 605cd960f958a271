package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for a person to be brought from one Shared Calling policy to another. */
final class Move implements Command {
    private final Lookup lookup;
    private final AskedAnswers asked;

    Move(Lookup lookup, AskedAnswers asked) {
        this.lookup = lookup;
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
    public Answer answer(Caller caller, Slots slots) {
        Optional<String> person = slots.text(Slot.PERSON);
        Optional<String> policy = slots.text(Slot.POLICY);
        if (person.isEmpty() || policy.isEmpty()) {
            return Forms.of(
                    verb(),
                    phrases().getFirst().text(),
                    List.of(
                            Forms.text(Slot.PERSON, true, person.orElse("")),
                            Forms.choice(Slot.POLICY, true, policy.orElse(""), Enrol.policyChoices(lookup)),
                            Forms.text(
                                    Slot.REASON, false, slots.text(Slot.REASON).orElse(""))));
        }
        return switch (lookup.policy(policy.get(), name -> press(slots.with(Slot.POLICY, name)))) {
            case Lookup.Found.AskBack<PolicyName>(var answer) -> answer;
            case Lookup.Found.Exactly<PolicyName>(var target) -> move(caller, slots, person.get(), target);
        };
    }

    private Answer move(Caller caller, Slots slots, String text, PolicyName target) {
        return switch (lookup.person(text, caller, name -> press(slots.with(Slot.PERSON, name)))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var person) ->
                asked.answer(
                        caller,
                        person.displayName(),
                        asked.ask(
                                caller,
                                new Intent.Enrol(person.id(), target, slots.isYes(Slot.RELEASE)),
                                slots.text(Slot.REASON).orElse("")),
                        Optional.of(press(slots.with(Slot.RELEASE, "yes"))));
        };
    }

    private Ask.Pressed press(Slots slots) {
        return new Ask.Pressed(verb(), slots.inputs());
    }
}

package dev.linekeeper.chat;

import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command about one person and one Shared Calling policy: finds both, or asks back, and answers. */
abstract class PersonUnderPolicy implements Command {
    private final Lookup lookup;

    PersonUnderPolicy(Lookup lookup) {
        this.lookup = lookup;
    }

    abstract Answer answer(Caller caller, Slots slots, DirectoryEntry person, PolicyName policy);

    /** What its form asks for besides person and policy. */
    List<Answer.Field> more(Slots slots) {
        return List.of();
    }

    final Lookup lookup() {
        return lookup;
    }

    final Ask.Pressed press(Slots slots) {
        return new Ask.Pressed(verb(), slots.inputs());
    }

    @Override
    public final Answer answer(Caller caller, Slots slots) {
        Optional<String> person = slots.text(Slot.PERSON);
        Optional<String> policy = slots.text(Slot.POLICY);
        if (person.isEmpty() || policy.isEmpty()) {
            return form(slots, person.orElse(""), policy.orElse(""));
        }
        return switch (lookup.policy(policy.get(), name -> press(slots.with(Slot.POLICY, name)))) {
            case Lookup.Found.AskBack<PolicyName>(var answer) -> answer;
            case Lookup.Found.Exactly<PolicyName>(var target) -> person(caller, slots, person.get(), target);
        };
    }

    private Answer person(Caller caller, Slots slots, String text, PolicyName target) {
        return switch (lookup.person(text, caller, name -> press(slots.with(Slot.PERSON, name)))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var found) -> answer(caller, slots, found, target);
        };
    }

    private Answer form(Slots slots, String person, String policy) {
        var both = Stream.of(
                Forms.text(Slot.PERSON, true, person),
                Forms.choice(Slot.POLICY, true, policy, Enrol.policyChoices(lookup)));
        return Forms.of(
                verb(),
                phrases().getFirst().text(),
                Stream.concat(both, more(slots).stream()).toList());
    }
}

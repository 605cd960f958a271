package dev.linekeeper.chat;

import dev.linekeeper.chat.Answer.Choice;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks for people to be brought under a Shared Calling policy. */
final class Enrol implements Command {
    private static final int AT_A_TIME = 20;

    private final Lookup lookup;
    private final AskedAnswers asked;

    Enrol(Lookup lookup, AskedAnswers asked) {
        this.lookup = lookup;
        this.asked = asked;
    }

    @Override
    public String verb() {
        return "enrol";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("enrol {people} with {policy} [because {reason}]"),
                Phrase.of("(enrol|enroll|enrolment|onboard)"),
                Phrase.of(
                        "(enrol|enroll|onboard|add|set up|sign up) {people} (with|in|into|to|under|on|using|for) [policy] {policy} [(because|since|reason) [of] {reason}]"),
                Phrase.of("(enrol|enroll|onboard) {people} [(because|since|reason) [of] {reason}]"),
                Phrase.of("(with|in|under|using) {policy} (enrol|enroll|onboard|add) {people}"),
                Phrase.of("put {people} (in|into|on|under) [policy] {policy} [(because|since|reason) [of] {reason}]"),
                Phrase.of(
                        "give {people} [shared calling with] [policy] {policy} [(because|since|reason) [of] {reason}]"),
                Phrase.of("give {people} shared calling [(because|since|reason) [of] {reason}]"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    public Answer answer(Caller caller, Slots slots) {
        List<String> texts = slots.list(Slot.PEOPLE);
        Optional<String> policyText = slots.text(Slot.POLICY);
        if (texts.isEmpty() || policyText.isEmpty()) {
            return form(slots);
        }
        if (texts.size() > AT_A_TIME) {
            return Notes.of(Answer.Tone.STOP, "chat.too-many-people", texts.size(), AT_A_TIME);
        }
        return switch (lookup.policy(policyText.get(), name -> press(slots.with(Slot.POLICY, name)))) {
            case Lookup.Found.AskBack<PolicyName>(var answer) -> answer;
            case Lookup.Found.Exactly<PolicyName>(var policy) -> people(caller, slots, texts, policy);
        };
    }

    /** Everyone is found before anything is asked for, so that a typing error asks for nothing. */
    private Answer people(Caller caller, Slots slots, List<String> texts, PolicyName policy) {
        var found = new ArrayList<DirectoryEntry>();
        for (String text : texts) {
            switch (lookup.person(text, caller, name -> press(slots.with(Slot.PEOPLE, replaced(texts, text, name))))) {
                case Lookup.Found.Exactly<DirectoryEntry>(var person) -> found.add(person);
                case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> {
                    return answer;
                }
            }
        }
        List<DirectoryEntry> people = found.stream().distinct().toList();
        return people.size() == 1
                ? one(caller, slots, people.getFirst(), policy)
                : several(caller, slots, people, policy);
    }

    private Answer one(Caller caller, Slots slots, DirectoryEntry person, PolicyName policy) {
        Ask.Pressed releasing =
                press(slots.with(Slot.PEOPLE, person.userPrincipalName()).with(Slot.RELEASE, "yes"));
        return asked.answer(
                caller,
                person.displayName(),
                asked.ask(
                        caller,
                        intent(slots, person, policy),
                        slots.text(Slot.REASON).orElse("")),
                Optional.of(releasing));
    }

    private Answer several(Caller caller, Slots slots, List<DirectoryEntry> people, PolicyName policy) {
        return Listings.of(
                Explanation.of("chat.enrol.several", people.size(), policy),
                Explanation.of("chat.enrol.several.text"),
                people.stream()
                        .map(person -> asked.row(
                                person.displayName(),
                                asked.ask(
                                        caller,
                                        intent(slots, person, policy),
                                        slots.text(Slot.REASON).orElse(""),
                                        people.size())))
                        .toList());
    }

    private static Intent.Enrol intent(Slots slots, DirectoryEntry person, PolicyName policy) {
        return new Intent.Enrol(person.id(), policy, slots.isYes(Slot.RELEASE));
    }

    private static String replaced(List<String> texts, String text, String name) {
        return String.join(
                ", ",
                texts.stream().map(each -> each.equals(text) ? name : each).toList());
    }

    /** Policies that are ready come first; the others say that they are not. */
    private Answer form(Slots slots) {
        return Forms.of(
                verb(),
                "enrol {people} with {policy} [because {reason}]",
                List.of(
                        Forms.text(Slot.PEOPLE, true, slots.text(Slot.PEOPLE).orElse("")),
                        Forms.choice(Slot.POLICY, true, slots.text(Slot.POLICY).orElse(""), policyChoices(lookup)),
                        Forms.text(Slot.REASON, false, slots.text(Slot.REASON).orElse(""))));
    }

    static List<Choice> policyChoices(Lookup lookup) {
        var tenant = lookup.tenant().tenant();
        var readiness = new Readiness(tenant, lookup.settings());
        var ready = new ArrayList<Choice>();
        var blocked = new ArrayList<Choice>();
        for (PolicyName name : lookup.policies(tenant)) {
            switch (Judgements.tone(readiness.policy(name).overall())) {
                case GOOD, INFO -> ready.add(new Choice("✓ " + name, name.value()));
                case WARNING -> ready.add(new Choice("! " + name, name.value()));
                case STOP -> blocked.add(new Choice("✗ " + name, name.value()));
            }
        }
        ready.addAll(blocked);
        return ready;
    }

    private Ask.Pressed press(Slots slots) {
        return new Ask.Pressed(verb(), slots.inputs());
    }
}

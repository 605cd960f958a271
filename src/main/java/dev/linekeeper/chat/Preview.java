package dev.linekeeper.chat;

import static dev.linekeeper.chat.CallerIds.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.tenant.DirectoryEntry;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Asked;
import dev.linekeeper.service.requests.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What enrolling somebody would change and lead to, before anybody is asked to approve it. */
final class Preview implements Command {
    private final Lookup lookup;
    private final AskedAnswers asked;

    Preview(Lookup lookup, AskedAnswers asked) {
        this.lookup = lookup;
        this.asked = asked;
    }

    @Override
    public String verb() {
        return "plan";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("plan {person} with {policy}"),
                Phrase.of("(plan|preview)"),
                Phrase.of("(plan|preview) {person} (with|in|into|to|under|on|using|for) [policy] {policy}"),
                Phrase.of("what (would|will) (change|happen) for {person} (with|under) [policy] {policy}"),
                Phrase.of("(plan|preview) {person}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN);
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
                            Forms.choice(Slot.POLICY, true, policy.orElse(""), Enrol.policyChoices(lookup))));
        }
        return switch (lookup.policy(policy.get(), name -> press(slots.with(Slot.POLICY, name)))) {
            case Lookup.Found.AskBack<PolicyName>(var answer) -> answer;
            case Lookup.Found.Exactly<PolicyName>(var target) -> of(caller, slots, person.get(), target);
        };
    }

    private Answer of(Caller caller, Slots slots, String text, PolicyName target) {
        return switch (lookup.person(text, caller, name -> press(slots.with(Slot.PERSON, name)))) {
            case Lookup.Found.AskBack<DirectoryEntry>(var answer) -> answer;
            case Lookup.Found.Exactly<DirectoryEntry>(var entry) -> {
                lookup.read(caller, entry.id(), verb());
                var intent = new Intent.Enrol(entry.id(), target, slots.isYes(Slot.RELEASE));
                yield switch (asked.look(caller, intent)) {
                    case Asked.Ready(var plan, _) -> sheet(entry, target, plan, slots);
                    case Asked other ->
                        asked.answer(
                                caller,
                                entry.displayName(),
                                other,
                                Optional.of(press(slots.with(Slot.RELEASE, "yes"))));
                };
            }
        };
    }

    private static Answer sheet(DirectoryEntry entry, PolicyName target, Plan plan, Slots slots) {
        var details = new ArrayList<Sheet.Detail>();
        plan.steps().stream()
                .filter(step -> step.change().isPresent())
                .forEach(step -> details.add(new Sheet.Detail(
                        Explanation.of("chat.step." + step.name().name(), step.target()),
                        Explanation.of("chat.plan.change", step.before(), step.after()))));
        details.add(detail(
                "chat.request.risk",
                Explanation.of("chat.request.risk." + plan.risk().level().name())));
        details.addAll(RequestCards.outlook(plan));
        return new Sheet(
                Explanation.of("chat.plan.title", entry.displayName(), target),
                Tone.INFO,
                Explanation.of("chat.plan.text", plan.changes().size()),
                details,
                plan.risk().why(),
                List.of(send(entry, target, slots)));
    }

    private static Suggestion send(DirectoryEntry entry, PolicyName target, Slots slots) {
        String upn = entry.userPrincipalName();
        var inputs = slots.isYes(Slot.RELEASE)
                ? Map.of(Slot.PEOPLE.key(), upn, Slot.POLICY.key(), target.value(), Slot.RELEASE.key(), "yes")
                : Map.of(Slot.PEOPLE.key(), upn, Slot.POLICY.key(), target.value());
        return new Suggestion(
                Explanation.of("chat.plan.send"),
                "enrol %s with %s".formatted(upn, target),
                new Ask.Pressed("enrol", inputs));
    }

    private Ask.Pressed press(Slots slots) {
        return new Ask.Pressed(verb(), slots.inputs());
    }
}

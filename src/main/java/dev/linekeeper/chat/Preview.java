package dev.linekeeper.chat;

import static dev.linekeeper.chat.CallerIds.detail;

import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
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
final class Preview extends PersonUnderPolicy {
    private final AskedAnswers asked;

    Preview(Lookup lookup, AskedAnswers asked) {
        super(lookup);
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
    Answer answer(Caller caller, Slots slots, DirectoryEntry entry, PolicyName target) {
        lookup().read(caller, entry.id(), verb());
        var intent = new Intent.Enrol(entry.id(), target, slots.isYes(Slot.RELEASE));
        return switch (asked.look(caller, intent)) {
            case Asked.Planned(PlanResult.Ready(var plan, _)) -> sheet(entry, target, plan, slots);
            case Asked other ->
                asked.answer(
                        caller, entry.displayName(), other, Optional.of(press(slots.with(Slot.RELEASE, "yes"))));
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
}

package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.Answer.Sheet.detail;
import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that ask for people to be brought under a Shared Calling policy, moved to another, or taken out. */
final class EnrolmentCommands {
    private static final String BECAUSE = " [(because|since|reason) [of] {reason}]";

    private final RequestOutcomeCards outcomes;

    EnrolmentCommands(RequestOutcomeCards outcomes) {
        this.outcomes = outcomes;
    }

    List<Command> commands() {
        return List.of(
                command(CommandVerbs.ENROL)
                        .by(Role.ADMIN)
                        .greeting()
                        .says(
                                "enrol {people} with {policy} [because {reason}]",
                                "(enrol|enroll|enrolment|onboard)",
                                "(enrol|enroll|onboard|add|set up|sign up) {people}"
                                        + " (with|in|into|to|under|on|using|for) [policy] {policy}"
                                        + BECAUSE,
                                "(enrol|enroll|onboard) {people}" + BECAUSE,
                                "(with|in|under|using) {policy} (enrol|enroll|onboard|add) {people}",
                                "put {people} (in|into|on|under) [policy] {policy}" + BECAUSE,
                                "give {people} [shared calling with] [policy] {policy}" + BECAUSE,
                                "give {people} shared calling" + BECAUSE)
                        .asks(Slot.PEOPLE, Slot.POLICY)
                        .offers(Slot.REASON)
                        .answers(this::enrol),
                command("move")
                        .by(Role.ADMIN)
                        .says(
                                "move {person} to {policy} [because {reason}]",
                                "(move|switch|transfer)",
                                "(move|switch|transfer|change) {person} (to|over to|into|onto) [policy] {policy}"
                                        + BECAUSE,
                                "(move|switch|transfer) {person}")
                        .asks(Slot.PERSON, Slot.POLICY)
                        .offers(Slot.REASON)
                        .answers(invocation ->
                                enrol(invocation, invocation.person(), invocation.buttonWith(Slot.RELEASE, "yes"))),
                command("remove")
                        .by(Role.ADMIN)
                        .says(
                                "remove {person} [because {reason}]",
                                "(remove|unenrol|unenroll|offboard)",
                                "(remove|unenrol|unenroll|offboard|take out|take off) {person} [(from|of) [policy]"
                                        + " (shared calling|{policy})]"
                                        + BECAUSE,
                                "take {person} (out of|off|from) [policy] (shared calling|{policy})" + BECAUSE)
                        .asks(Slot.PERSON)
                        .offers(Slot.REASON)
                        .answers(invocation -> outcomes.answer(
                                invocation.caller(),
                                invocation.person().displayName(),
                                outcomes.submit(
                                        invocation.caller(),
                                        new Intent.RemovePerson(
                                                invocation.person().id()),
                                        invocation.reason()),
                                Optional.empty())),
                command("plan")
                        .by(Role.HELPDESK, Role.ADMIN)
                        .says(
                                "plan {person} with {policy}",
                                "(plan|preview)",
                                "(plan|preview) {person} (with|in|into|to|under|on|using|for) [policy] {policy}",
                                "what (would|will) (change|happen) for {person} (with|under) [policy] {policy}",
                                "(plan|preview) {person}")
                        .asks(Slot.PERSON, Slot.POLICY)
                        .answers(this::plan));
    }

    private Answer enrol(Invocation invocation) {
        List<DirectoryEntry> people = invocation.people();
        if (people.size() == 1) {
            var person = people.getFirst();
            var again = invocation.buttonWith(Slot.PEOPLE, person.userPrincipalName());
            return enrol(invocation, person, again.with(Slot.RELEASE, "yes"));
        }
        return ListingCards.of(
                Explanation.of("chat.enrol.several", people.size(), invocation.policy()),
                Explanation.of("chat.enrol.several.text"),
                people.stream()
                        .map(person -> outcomes.row(
                                person.displayName(),
                                outcomes.submit(
                                        invocation.caller(),
                                        intent(invocation, person),
                                        invocation.reason(),
                                        people.size())))
                        .toList());
    }

    /** {@code releasing} submits again with the person's own number released. */
    private Answer enrol(Invocation invocation, DirectoryEntry person, ButtonPress releasing) {
        return outcomes.answer(
                invocation.caller(),
                person.displayName(),
                outcomes.submit(invocation.caller(), intent(invocation, person), invocation.reason()),
                Optional.of(releasing));
    }

    private static Intent.EnrolPerson intent(Invocation invocation, DirectoryEntry person) {
        return new Intent.EnrolPerson(person.id(), invocation.policy(), invocation.isYes(Slot.RELEASE));
    }

    /** What enrolling somebody would change and lead to, before anybody is asked to approve it. */
    private Answer plan(Invocation invocation) {
        var person = invocation.person();
        invocation.noteRead(person.id());
        return switch (outcomes.preview(invocation.caller(), intent(invocation, person))) {
            case OnlyPlanned(PlanResult.Ready(var plan, _)) -> sheet(invocation, plan);
            case SubmissionResult other ->
                outcomes.answer(
                        invocation.caller(),
                        person.displayName(),
                        other,
                        Optional.of(invocation.buttonWith(Slot.RELEASE, "yes")));
        };
    }

    private static Answer sheet(Invocation invocation, Plan plan) {
        var details = new ArrayList<Sheet.Detail>();
        plan.steps().stream()
                .filter(step -> step.change().isPresent())
                .forEach(step -> details.add(new Sheet.Detail(
                        step.title(), Explanation.of("chat.plan.change", step.before(), step.after()))));
        details.add(detail(
                "chat.request.risk",
                ConstantMessages.of("chat.request.risk", plan.risk().level())));
        details.addAll(RequestCards.outlook(plan));
        return new Sheet(
                Explanation.of("chat.plan.title", invocation.person().displayName(), invocation.policy()),
                Tone.INFO,
                Explanation.of("chat.plan.text", plan.changes().size()),
                details,
                plan.risk().why(),
                List.of(send(invocation)));
    }

    private static Suggestion send(Invocation invocation) {
        String upn = invocation.person().userPrincipalName();
        var enrol = ChatInput.press(CommandVerbs.ENROL, Slot.PEOPLE, upn)
                .with(Slot.POLICY, invocation.policy().value());
        return new Suggestion(
                Explanation.of("chat.plan.send"),
                "enrol %s with %s".formatted(upn, invocation.policy()),
                invocation.isYes(Slot.RELEASE) ? enrol.with(Slot.RELEASE, "yes") : enrol);
    }
}

package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.Answer.Sheet.detail;
import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.ConstantMessages;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.OtherPolicyCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
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
    private final BatchCommands batches;

    EnrolmentCommands(RequestOutcomeCards outcomes, BatchCommands batches) {
        this.outcomes = outcomes;
        this.batches = batches;
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
                command(CommandVerbs.MOVE)
                        .by(Role.ADMIN)
                        .says(
                                "move {person} to {policy} [because {reason}]",
                                "(move|switch|transfer)",
                                "(move|switch|transfer|change) {person} (to|over to|into|onto) [policy] {policy}"
                                        + BECAUSE,
                                "(move|switch|transfer) {person}")
                        .asks(Slot.PERSON, Slot.POLICY)
                        .offers(Slot.REASON)
                        .answers(this::move),
                new Removal(outcomes).statement(),
                command("plan")
                        .by(Role.HELPDESK, Role.ADMIN)
                        .reads()
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
            return enrol(invocation, people.getFirst());
        }
        List<Intent> intents = people.stream()
                .<Intent>map(person -> intent(invocation, person))
                .toList();
        var submitted = batches.submit(invocation, intents, EnrolmentCommands::leavesNoPolicy);
        return batches.card(invocation, submitted).orElseGet(() -> {
            var results = submitted.results().values().iterator();
            return ListingCards.of(
                    Explanation.of("chat.enrol.several", people.size(), invocation.policy()),
                    Explanation.of("chat.enrol.several.text"),
                    people.stream()
                            .map(person -> row(invocation, person, results.next()))
                            .toList());
        });
    }

    /** One person of several; somebody who has another policy is moved only when the line is tapped. */
    private Row row(Invocation invocation, DirectoryEntry person, SubmissionResult result) {
        return result instanceof OnlyPlanned(PlanResult.Ready(var plan, _))
                ? OtherPolicyCards.row(person.displayName(), plan, invocation.policy(), moving(invocation, person))
                : outcomes.row(person.displayName(), result);
    }

    private Answer enrol(Invocation invocation, DirectoryEntry person) {
        String upn = person.userPrincipalName();
        return switch (outcomes.submit(
                invocation.caller(),
                intent(invocation, person),
                invocation.reason(),
                1,
                EnrolmentCommands::leavesNoPolicy)) {
            case OnlyPlanned(PlanResult.Ready(var plan, _)) ->
                OtherPolicyCards.of(
                        "chat.other-policy.move",
                        person.displayName(),
                        plan,
                        invocation.policy(),
                        new Suggestion(
                                Explanation.of("chat.other-policy.move.button", invocation.policy()),
                                "move %s to %s".formatted(upn, invocation.policy()),
                                moving(invocation, person)));
            case SubmissionResult other ->
                outcomes.answer(
                        invocation.caller(),
                        person.displayName(),
                        other,
                        Optional.of(invocation.buttonWith(Slot.PEOPLE, upn).with(Slot.RELEASE, "yes")));
        };
    }

    /** Whether nobody loses a Shared Calling policy by the plan. */
    private static boolean leavesNoPolicy(Plan plan) {
        return plan.purpose() != Purpose.MOVE
                && plan.before()
                        .direct(PolicyKind.SHARED_CALLING)
                        .filter(now -> !plan.policy().equals(Optional.of(now)))
                        .isEmpty();
    }

    private static ButtonPress moving(Invocation invocation, DirectoryEntry person) {
        return press(CommandVerbs.MOVE, Slot.PERSON, invocation, person);
    }

    private static ButtonPress press(String verb, Slot who, Invocation invocation, DirectoryEntry person) {
        var press = ChatInput.press(verb, who, person.userPrincipalName())
                .with(Slot.POLICY, invocation.policy().value())
                .with(Slot.REASON, invocation.reason());
        return invocation.isYes(Slot.RELEASE) ? press.with(Slot.RELEASE, "yes") : press;
    }

    private Answer move(Invocation invocation) {
        return outcomes.answer(
                invocation.caller(),
                invocation.person().displayName(),
                outcomes.submit(invocation.caller(), intent(invocation, invocation.person()), invocation.reason()),
                Optional.of(invocation.buttonWith(Slot.RELEASE, "yes")));
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
        details.addAll(RequestTexts.outlook(plan));
        return new Sheet(
                Explanation.of("chat.plan.title", invocation.person().displayName(), invocation.policy()),
                Tone.INFO,
                Explanation.of("chat.plan.text", plan.changes().size()),
                details,
                plan.risk().why(),
                List.of(send(invocation, plan)));
    }

    /** Who has read a plan that moves somebody is not asked whether to move them. */
    private static Suggestion send(Invocation invocation, Plan plan) {
        String upn = invocation.person().userPrincipalName();
        return new Suggestion(
                Explanation.of("chat.plan.send"),
                (leavesNoPolicy(plan) ? "enrol %s with %s" : "move %s to %s").formatted(upn, invocation.policy()),
                leavesNoPolicy(plan)
                        ? press(CommandVerbs.ENROL, Slot.PEOPLE, invocation, invocation.person())
                        : moving(invocation, invocation.person()));
    }
}

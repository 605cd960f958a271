package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing.Row;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.ListingCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.OtherPolicyCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.chat.schedule.DatedButton;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.ChangeRequest;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Commands that ask for people to be brought under a Shared Calling policy, moved to another, or taken out. */
final class EnrolmentCommands {
    private static final String BECAUSE = " [[and] {release}]" + Days.SAID + " [(because|since|reason) [of] {reason}]";

    private final RequestOutcomeCards outcomes;
    private final BatchCommands batches;
    private final Days days;
    private final TenantView tenant;

    EnrolmentCommands(RequestOutcomeCards outcomes, BatchCommands batches, Days days, TenantView tenant) {
        this.tenant = tenant;
        this.outcomes = outcomes;
        this.batches = batches;
        this.days = days;
    }

    List<Command> commands() {
        return List.of(
                command(CommandVerbs.ENROL)
                        .by(Role.ADMIN)
                        .greeting()
                        .says(
                                "enrol {people} with {policy} [from {start}] [until {end}] [because {reason}]",
                                "(enrol|enroll|enrolment|onboard)",
                                "(enrol|enroll|onboard|add|set up|sign up) {people}"
                                        + " (with|in|into|to|under|on|using|for) [policy] {policy}"
                                        + BECAUSE,
                                "(enrol|enroll|onboard) {people}" + BECAUSE,
                                "(with|in|under|using) {policy} (enrol|enroll|onboard|add) {people}",
                                "put {people} (in|into|on|under) [policy] {policy}" + BECAUSE,
                                "(enrol|enroll) {people} (with|in|into|to|under) [policy] {policy} [and]"
                                        + " (give|giving|move|moving|pass|passing) (her|his|their|the) [own] [phone]"
                                        + " number to {thing} [(because|since|reason) [of] {reason}]",
                                "give {people} [shared calling with] [policy] {policy}" + BECAUSE,
                                "give {people} shared calling" + BECAUSE)
                        .asks(Slot.PEOPLE, Slot.POLICY)
                        .offers(Slot.START, Slot.END, Slot.REASON)
                        .answers(invocation -> days.with(invocation, schedule -> enrol(invocation, schedule))),
                command(CommandVerbs.MOVE)
                        .by(Role.ADMIN)
                        .says(
                                "move {person} to {policy} [from {start}] [until {end}] [because {reason}]",
                                "(move|switch|transfer)",
                                "(move|switch|transfer|change) {person} (to|over to|into|onto) [policy] {policy}"
                                        + BECAUSE,
                                "(move|switch|transfer) {person}")
                        .asks(Slot.PERSON, Slot.POLICY)
                        .offers(Slot.START, Slot.END, Slot.REASON)
                        .answers(invocation -> days.with(invocation, schedule -> move(invocation, schedule))),
                new Removal(outcomes).statement(),
                new PlanPreview(outcomes).statement());
    }

    private Answer enrol(Invocation invocation, Optional<Schedule> schedule) {
        List<DirectoryEntry> people = invocation.people();
        if (people.size() == 1) {
            return enrol(invocation, people.getFirst(), schedule);
        }
        if (PassedOnNumber.isMeant(invocation)) {
            return NoteCards.of(Tone.STOP, "chat.pass-on.several");
        }
        var submitted = batches.submit(
                people.stream()
                        .map(person -> change(invocation, person, schedule))
                        .toList(),
                Optional.empty(),
                Plan::leavesNoPolicy);
        return batches.card(invocation, submitted)
                .orElseGet(
                        () -> listing(invocation, schedule, submitted.results().values()));
    }

    private Answer listing(Invocation invocation, Optional<Schedule> schedule, Collection<SubmissionResult> submitted) {
        var results = submitted.iterator();
        return ListingCards.of(
                Explanation.of("chat.enrol.several", invocation.people().size(), invocation.policy()),
                Explanation.of("chat.enrol.several.text"),
                invocation.people().stream()
                        .map(person -> row(invocation, person, results.next(), schedule))
                        .toList());
    }

    /** One person of several; somebody who has another policy is moved only when the line is tapped. */
    private Row row(
            Invocation invocation, DirectoryEntry person, SubmissionResult result, Optional<Schedule> schedule) {
        return result instanceof OnlyPlanned(PlanResult.Ready(var plan, _))
                ? OtherPolicyCards.row(
                        person.displayName(), plan, invocation.policy(), moving(invocation, person, schedule))
                : outcomes.row(person.displayName(), result);
    }

    private Answer enrol(Invocation invocation, DirectoryEntry person, Optional<Schedule> schedule) {
        String upn = person.userPrincipalName();
        var releasing = DatedButton.on(
                invocation.buttonWith(Slot.PEOPLE, upn).with(Slot.THING, "").with(Slot.RELEASE, "yes"), schedule);
        if (PassedOnNumber.isMeant(invocation)) {
            return new PassedOnNumber(tenant).of(invocation, person, releasing);
        }
        return switch (outcomes.submit(change(invocation, person, schedule), 1, Plan::leavesNoPolicy)) {
            case OnlyPlanned(PlanResult.Ready(var plan, _)) ->
                OtherPolicyCards.of(
                        "chat.other-policy.move",
                        person.displayName(),
                        plan,
                        invocation.policy(),
                        new Suggestion(
                                Explanation.of("chat.other-policy.move.button", invocation.policy()),
                                DatedButton.typed("move %s to %s".formatted(upn, invocation.policy()), schedule),
                                moving(invocation, person, schedule)));
            case SubmissionResult other ->
                outcomes.answer(invocation.caller(), person.displayName(), other, Optional.of(releasing));
        };
    }

    static ButtonPress moving(Invocation invocation, DirectoryEntry person, Optional<Schedule> schedule) {
        return DatedButton.on(press(CommandVerbs.MOVE, Slot.PERSON, invocation, person), schedule);
    }

    static ButtonPress press(String verb, Slot who, Invocation invocation, DirectoryEntry person) {
        var press = ChatInput.press(verb, who, person.userPrincipalName())
                .with(Slot.POLICY, invocation.policy().value())
                .with(Slot.REASON, invocation.reason());
        return invocation.isYes(Slot.RELEASE) ? press.with(Slot.RELEASE, "yes") : press;
    }

    private Answer move(Invocation invocation, Optional<Schedule> schedule) {
        return outcomes.answer(
                invocation.caller(),
                invocation.person().displayName(),
                outcomes.submit(change(invocation, invocation.person(), schedule), 1, _ -> true),
                Optional.of(DatedButton.on(invocation.buttonWith(Slot.RELEASE, "yes"), schedule)));
    }

    private static ChangeRequest change(Invocation invocation, DirectoryEntry person, Optional<Schedule> schedule) {
        return new ChangeRequest(invocation.caller().id(), intent(invocation, person), invocation.reason(), schedule);
    }

    static Intent.EnrolPerson intent(Invocation invocation, DirectoryEntry person) {
        return new Intent.EnrolPerson(person.id(), invocation.policy(), invocation.isYes(Slot.RELEASE));
    }
}

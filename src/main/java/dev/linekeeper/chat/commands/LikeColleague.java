package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.tenant.Assignment;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The command that shows what it takes to bring somebody under the policy of a colleague, and how they would still differ. */
record LikeColleague(RequestOutcomeCards outcomes, TenantView tenant) {
    Command statement() {
        return command("like")
                .by(Role.HELPDESK, Role.ADMIN)
                .reads()
                .says(
                        "enrol {person} like {thing} [because {reason}]",
                        "(enrol|enroll|onboard|set up|add) {person} (like|same as|the same as) {thing}"
                                + " [(because|since|reason) [of] {reason}]")
                .asks(Slot.PERSON, Slot.THING)
                .offers(Slot.REASON)
                .answers(invocation -> invocation.withPerson(Slot.THING, colleague -> like(invocation, colleague)));
    }

    private Answer like(Invocation invocation, DirectoryEntry colleague) {
        invocation.noteRead(invocation.person().id());
        Person alex = invocation.read(colleague, tenant::person);
        return alex.policy(PolicyKind.SHARED_CALLING)
                .fold(
                        held -> held.policy().isGlobal()
                                ? NoteCards.of(Tone.INFO, "chat.like.none", colleague.displayName())
                                : like(invocation, alex, held),
                        why -> NoteCards.of(Tone.WARNING, "chat.like.unread", colleague.displayName(), why));
    }

    private Answer like(Invocation invocation, Person alex, Assignment held) {
        DirectoryEntry person = invocation.person();
        var enrolling = new Intent.EnrolPerson(person.id(), held.policy(), false);
        return switch (outcomes.preview(invocation.caller(), enrolling)) {
            case OnlyPlanned(PlanResult.Ready(var plan, _)) -> sheet(invocation, alex, held, plan);
            case SubmissionResult other ->
                outcomes.answer(invocation.caller(), person.displayName(), other, Optional.empty());
        };
    }

    private Answer sheet(Invocation invocation, Person alex, Assignment held, Plan plan) {
        Person adele = tenant.person(invocation.person());
        var inherited = held instanceof Assignment.ByGroup
                ? Stream.of(Explanation.of("chat.like.by-group", alex.displayName(), adele.displayName()))
                : Stream.<Explanation>empty();
        return new Sheet(
                Explanation.of("chat.like.title", adele.displayName(), alex.displayName(), held.policy()),
                Tone.INFO,
                Explanation.of("chat.plan.text", plan.changes().size()),
                RequestTexts.details(plan),
                Stream.of(plan.risk().why().stream(), inherited, ColleagueDifference.of(adele, alex, plan))
                        .flatMap(notes -> notes)
                        .toList(),
                List.of(PlanPreview.send(invocation, held.policy(), plan)));
    }
}

package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.SubmissionResult;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.List;
import java.util.Optional;

/** The command that shows what enrolling somebody would change and lead to. */
record PlanPreview(RequestOutcomeCards outcomes) {
    Command statement() {
        return command("plan")
                .by(Role.HELPDESK, Role.ADMIN)
                .reads()
                .says(
                        "plan {person} with {policy}",
                        "(plan|preview)",
                        "(plan|preview) {person} (with|in|into|to|under|on|using|for) [policy] {policy}",
                        "what (would|will) (change|happen) for {person} (with|under) [policy] {policy}",
                        "(plan|preview) {person}")
                .asks(Slot.PERSON, Slot.POLICY)
                .answers(this::plan);
    }

    /** What enrolling somebody would change and lead to, before anybody is asked to approve it. */
    private Answer plan(Invocation invocation) {
        var person = invocation.person();
        invocation.noteRead(person.id());
        return switch (outcomes.preview(invocation.caller(), EnrolmentCommands.intent(invocation, person))) {
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
        return new Sheet(
                Explanation.of("chat.plan.title", invocation.person().displayName(), invocation.policy()),
                Tone.INFO,
                Explanation.of("chat.plan.text", plan.changes().size()),
                RequestTexts.details(plan),
                plan.risk().why(),
                List.of(send(invocation, invocation.policy(), plan)));
    }

    /** Who has read a plan that moves somebody is not asked whether to move them. */
    static Suggestion send(Invocation invocation, PolicyName policy, Plan plan) {
        String upn = invocation.person().userPrincipalName();
        boolean moves = !plan.leavesNoPolicy();
        var press = moves
                ? ChatInput.press(CommandVerbs.MOVE, Slot.PERSON, upn)
                : ChatInput.press(CommandVerbs.ENROL, Slot.PEOPLE, upn);
        var sending = press.with(Slot.POLICY, policy.value()).with(Slot.REASON, invocation.reason());
        return new Suggestion(
                Explanation.of("chat.plan.send"),
                (moves ? "move %s to %s" : "enrol %s with %s").formatted(upn, policy),
                invocation.isYes(Slot.RELEASE) ? sending.with(Slot.RELEASE, "yes") : sending);
    }
}

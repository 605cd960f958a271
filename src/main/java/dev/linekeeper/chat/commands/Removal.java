package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.CommandVerbs;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.OtherPolicyCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.PlanResult;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult.OnlyPlanned;
import java.util.Optional;
import java.util.function.Predicate;

/** The command that asks for a person to be taken out of Shared Calling. */
record Removal(RequestOutcomeCards outcomes) {
    private static final String BECAUSE = " [(because|since|reason) [of] {reason}]";

    Command statement() {
        return command(CommandVerbs.REMOVE)
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
                .answers(invocation -> invocation.text(Slot.POLICY).isEmpty()
                        ? remove(invocation, Optional.empty())
                        : invocation.withPolicy(policy -> remove(invocation, Optional.of(policy))));
    }

    /** Where a policy was named, only somebody who has it is removed; of anybody else it says which one they have. */
    private Answer remove(Invocation invocation, Optional<PolicyName> named) {
        var person = invocation.person();
        Predicate<Plan> meant =
                plan -> named.isEmpty() || OtherPolicyCards.policyNow(plan).equals(named);
        var result = outcomes.submit(
                invocation.caller(), new Intent.RemovePerson(person.id()), invocation.reason(), 1, meant);
        return result instanceof OnlyPlanned(PlanResult.Ready(var plan, _)) && named.isPresent()
                ? OtherPolicyCards.of(
                        "chat.other-policy.remove",
                        person.displayName(),
                        plan,
                        named.get(),
                        new Suggestion(
                                Explanation.of("chat.other-policy.remove.button"),
                                "remove " + person.userPrincipalName(),
                                ChatInput.press(CommandVerbs.REMOVE, Slot.PERSON, person.userPrincipalName())
                                        .with(Slot.REASON, invocation.reason())))
                : outcomes.answer(invocation.caller(), person.displayName(), result, Optional.empty());
    }
}

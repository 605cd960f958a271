package dev.linekeeper.chat.policies;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestOutcomeCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused;
import dev.linekeeper.core.enrolment.PlanResult.PolicyRefused.PolicyObstacle;
import dev.linekeeper.core.policies.Candidates;
import dev.linekeeper.core.policies.PolicyMove;
import dev.linekeeper.core.policies.PolicyMove.EmptiedPolicy;
import dev.linekeeper.core.policies.PolicyMove.RenamedPolicy;
import dev.linekeeper.core.policies.PolicyWish;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.policies.MoveResult;
import dev.linekeeper.service.policies.PolicyMoves;
import dev.linekeeper.service.requests.Intent;
import dev.linekeeper.service.requests.SubmissionResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The commands that ask for a policy to be removed or renamed, with the people who have it moved to another first. */
public record MoveCommands(
        RequestOutcomeCards outcomes, TenantView tenant, PolicyMoves moves, BatchCards cards, Reservations reserved) {
    private static final String REMOVE = "(remove|delete) [the] [shared calling] policy ";
    private static final String RENAME = "rename [the] [shared calling] policy ";

    public List<Command> commands() {
        return List.of(
                command("remove-policy")
                        .by(Role.ADMIN)
                        .says(
                                "remove policy {policy} [move people to {target}] [because {reason}]",
                                REMOVE + "{policy} [(and|but|after)] [first] (move|moving) [all|its|the|their]"
                                        + " [(people|users|everybody|everyone|them)] [over] to [policy] {target}"
                                        + PolicyCommands.BECAUSE,
                                REMOVE + "{policy}" + PolicyCommands.BECAUSE,
                                REMOVE)
                        .asks(Slot.POLICY)
                        .offers(Slot.TARGET, Slot.REASON)
                        .answers(this::remove),
                command("rename-policy")
                        .by(Role.ADMIN)
                        .says(
                                "rename policy {policy} to {name} [with callback {added}] [because {reason}]",
                                RENAME + "{policy} (to|into|as) {name} [[and] (with|using) " + PolicyCommands.CALLBACKS
                                        + "{added}]" + PolicyCommands.BECAUSE,
                                RENAME + "[{policy}]")
                        .asks(Slot.POLICY)
                        .offers(Slot.NAME, Slot.ADDED, Slot.REASON)
                        .answers(this::rename));
    }

    private Answer remove(Invocation invocation) {
        PolicyName from = invocation.policy();
        Optional<String> named = invocation.text(Slot.TARGET);
        if (named.isEmpty()) {
            return removeAlone(invocation, from);
        }
        return invocation
                .policyIn(Slot.TARGET)
                .map(to -> moved(invocation, new EmptiedPolicy(from, to)))
                .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.no-such-policy", named.get()));
    }

    /** Where people depend on it, the policies they could be moved to are offered. */
    private Answer removeAlone(Invocation invocation, PolicyName from) {
        SubmissionResult asked = outcomes.submit(
                invocation.caller(), new Intent.EditPolicy(new PolicyWish.NoPolicy(from)), invocation.reason());
        Optional<SharedCalling> now = now(from);
        return asked
                                instanceof
                                SubmissionResult.OnlyPlanned(
                                        PolicyRefused(_, var why, _, var details))
                        && why == PolicyObstacle.IN_USE
                        && now.filter(it -> !forms().candidates().targets(it).isEmpty())
                                .isPresent()
                ? forms().forMove(
                                invocation,
                                now.get(),
                                Explanation.of("chat.form.remove-policy.move", from, details.getFirst()))
                : outcomes.answer(invocation.caller(), from.value(), asked, Optional.empty());
    }

    private Answer rename(Invocation invocation) {
        PolicyName from = invocation.policy();
        Optional<String> name = invocation.text(Slot.NAME);
        if (name.isEmpty()) {
            return now(from)
                    .map(it -> forms().forRename(invocation, it, title(from, it)))
                    .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.no-such-policy", from));
        }
        var to = new PolicyName(name.get());
        return invocation.text(Slot.ADDED).isEmpty()
                ? renamed(invocation, new RenamedPolicy(from, to, Optional.empty()))
                : CallbackList.then(
                        Slot.ADDED,
                        invocation,
                        shared(),
                        given -> moved(invocation, new RenamedPolicy(from, to, Optional.of(given))));
    }

    /** While both are there both would have the callback numbers, which no rule allows: others are asked for. */
    private Answer renamed(Invocation invocation, RenamedPolicy move) {
        return now(move.from())
                .filter(it -> !it.emergencyNumbers().isEmpty())
                .<Answer>map(it -> forms().forRename(invocation, it, title(move.from(), it)))
                .orElseGet(() -> moved(invocation, move));
    }

    private static Explanation title(PolicyName from, SharedCalling now) {
        return now.emergencyNumbers().isEmpty()
                ? Explanation.of("chat.form.rename-policy")
                : Explanation.of(
                        "chat.form.rename-policy.callbacks",
                        from,
                        now.emergencyNumbers().stream().map(Object::toString).toList());
    }

    private Answer moved(Invocation invocation, PolicyMove move) {
        var checked = new AtomicInteger();
        var title = Explanation.of("chat.policy.moving", move.from(), move.to());
        invocation.tellMeanwhile(() ->
                new Answer.Note(Tone.INFO, title, Explanation.of("chat.policy.moving.text", checked.get()), List.of()));
        return switch (moves.ask(invocation.caller().id(), move, invocation.reason(), checked::set)) {
            case MoveResult.MoveAsked(var batch, _) ->
                cards.of(batch.id(), invocation.caller(), Optional.of(Explanation.of("chat.asked.sent")))
                        .orElseThrow();
            case MoveResult.PolicyAlone(var policy, var result) ->
                outcomes.answer(invocation.caller(), policy.value(), result, Optional.empty());
            case MoveResult.MoveImpossible(var from, var why) ->
                new Answer.Sheet(
                        Explanation.of("chat.policy.refused", from),
                        Tone.STOP,
                        Explanation.of("chat.policy.not-moved"),
                        List.of(),
                        why,
                        List.of(NoteCards.say("impact " + from)));
        };
    }

    private Optional<SharedCalling> now(PolicyName name) {
        return shared().sharedCalling(name).known().flatMap(Function.identity());
    }

    private PolicyForms forms() {
        return new PolicyForms(new Candidates(shared(), tenant.settings()), reserved);
    }

    private Tenant shared() {
        return tenant.snapshot().tenant();
    }
}

package dev.linekeeper.chat.commands;

import static dev.linekeeper.chat.engine.Command.command;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.bulk.BatchControl;
import dev.linekeeper.service.bulk.BatchControlResult;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.RequestAction;
import java.util.List;

/** Pauses, resumes, stops and tries again: a batch, and a single request where that means something. */
record ControlCards(BatchControl control, DecisionCards decisions, RequestCards cards, DisplayNames names) {
    List<Command> commands() {
        return List.of(
                command("retry")
                        .by(Role.ADMIN, Role.APPROVER)
                        .says("retry {request}", "retry", "(retry|try again) [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> answer(invocation, RequestAction.RETRY, RequestAction.RETRY)),
                command("pause")
                        .by(Role.ADMIN, Role.APPROVER, Role.OWNER)
                        .says("pause {request}", "pause", "(pause|hold|suspend) [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> answer(invocation, RequestAction.PAUSE, RequestAction.PAUSE)),
                command("resume")
                        .by(Role.ADMIN, Role.APPROVER)
                        .says("resume {request}", "resume", "(resume|continue|go on with) [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> answer(invocation, RequestAction.RESUME, RequestAction.RETRY)),
                command("stop")
                        .by(Role.ADMIN, Role.APPROVER, Role.OWNER)
                        .says("stop {request}", "stop", "(stop|halt|abort) [my] [request] {request}")
                        .asks(Slot.REQUEST)
                        .answers(invocation -> answer(invocation, RequestAction.STOP, RequestAction.CANCEL)));
    }

    /** Takes back a request that nobody has decided yet, or a batch that nobody may begin yet. */
    Answer cancel(Invocation invocation) {
        return answer(invocation, RequestAction.CANCEL, RequestAction.CANCEL);
    }

    /** {@code single} is what it means for a request by itself, and for a batch that waits for a decision. */
    private Answer answer(Invocation invocation, RequestAction action, RequestAction single) {
        return control.control(invocation.caller().id(), invocation.request(), action, DecisionCards.input(invocation))
                .map(result -> result instanceof BatchControlResult.NotNow(var batch)
                                && (batch.awaits() || action == RequestAction.CANCEL)
                        ? single(invocation, single)
                        : answer(invocation, result))
                .orElseGet(() -> single(invocation, single));
    }

    private Answer single(Invocation invocation, RequestAction action) {
        return action == RequestAction.PAUSE
                ? NoteCards.of(Tone.INFO, "chat.batch.none", invocation.request())
                : decisions.answer(invocation, action);
    }

    private Answer answer(Invocation invocation, BatchControlResult result) {
        return switch (result) {
            case BatchControlResult.Controlled _ -> cards.of(invocation.request(), invocation.caller());
            case BatchControlResult.TriedAgain(_, var members, var others) ->
                card(invocation, Explanation.of("chat.batch.tried-again", members, others));
            case BatchControlResult.NotNow _ -> card(invocation, Explanation.of("chat.batch.not-now"));
            case BatchControlResult.NotForYou(var needed) ->
                card(
                        invocation,
                        Explanation.of(
                                "chat.decided.not-allowed",
                                needed.stream().sorted().toList()));
            case BatchControlResult.PausedByAnother(var by) ->
                card(invocation, Explanation.of("chat.batch.paused-by-another", names.of(by)));
            case BatchControlResult.StaleControl _ ->
                card(invocation, Explanation.of(DecisionCards.whyStale(invocation)));
        };
    }

    private Answer card(Invocation invocation, Explanation notice) {
        return cards.of(invocation.request(), invocation.caller(), notice);
    }
}

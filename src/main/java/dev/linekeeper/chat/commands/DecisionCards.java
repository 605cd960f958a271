package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.BatchCards;
import dev.linekeeper.chat.cards.HighRiskQuestion;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.cards.RequestTexts;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.request.BatchDecisionResult;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchDecision;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.DecisionResult.DecisionNotAllowed;
import dev.linekeeper.service.requests.RequestAction;
import dev.linekeeper.service.requests.RequestDecision;

/** Answers to approve, deny, cancel and retry: the request or batch after the decision, with a notice of its result. */
final class DecisionCards {
    private final RequestDecision decision;
    private final BatchDecision batchDecision;
    private final RequestCards cards;
    private final BatchCards batchCards;
    private final DisplayNames names;

    DecisionCards(
            RequestDecision decision,
            BatchDecision batchDecision,
            RequestCards cards,
            BatchCards batchCards,
            DisplayNames names) {
        this.decision = decision;
        this.batchDecision = batchDecision;
        this.cards = cards;
        this.batchCards = batchCards;
        this.names = names;
    }

    /** Decides in the caller's own chat: by the one-shot token of the button that was pressed, or typed, without one. */
    Answer answer(Invocation invocation, RequestAction action) {
        DecisionResult decided = decide(invocation, action);
        return decided instanceof DecisionResult.NothingToDecide(var id)
                ? batchDecision
                        .decide(invocation.caller().id(), id, action, input(invocation), invocation.reason())
                        .map(result -> batchAnswer(invocation, result))
                        .orElseGet(() -> NoteCards.of(Tone.INFO, "chat.no-such-request", id))
                : answer(invocation, decided);
    }

    private DecisionResult decide(Invocation invocation, RequestAction action) {
        UserId who = invocation.caller().id();
        DecisionInput input = input(invocation);
        return switch (action) {
            case APPROVE -> decision.approve(who, invocation.request(), input);
            case CONFIRM -> decision.confirm(who, invocation.request(), input);
            case DENY -> decision.deny(who, invocation.request(), invocation.reason(), input);
            case CANCEL -> decision.cancel(who, invocation.request(), input);
            case RETRY, PAUSE, RESUME, STOP -> decision.retry(who, invocation.request(), input);
        };
    }

    private Answer batchAnswer(Invocation invocation, BatchDecisionResult result) {
        return switch (result) {
            case BatchDecisionResult.AllDecided _ -> cards.of(invocation.request(), invocation.caller());
            case BatchDecisionResult.ConfirmAll(var batch, var token) -> batchCards.question(batch, token);
            case BatchDecisionResult.MayNotDecideAll(DecisionRefusal.Beneficiary _) ->
                card(invocation, Explanation.of("chat.batch.one-is-you"));
            case BatchDecisionResult.MayNotDecideAll(DecisionRefusal.OutsideScope _) ->
                card(invocation, Explanation.of("chat.batch.outside-scope"));
            case BatchDecisionResult.MayNotDecideAll(var why) -> card(invocation, RequestTexts.refusal(why));
            case BatchDecisionResult.NotTheRequester _ ->
                card(invocation, Explanation.of("chat.decided.requester-only"));
            case BatchDecisionResult.WhyDenyAll _ -> card(invocation, Explanation.of("chat.decided.reason-needed"));
            case BatchDecisionResult.BatchDecidedAlready _ -> card(invocation, Explanation.of("chat.decided.late"));
            case BatchDecisionResult.MemberMovedOn(var member) ->
                card(invocation, Explanation.of("chat.batch.member-moved", member));
            case BatchDecisionResult.BatchTimeOver _ -> card(invocation, Explanation.of("chat.decided.expired"));
            case BatchDecisionResult.StaleBatchButton _ -> card(invocation, Explanation.of(whyStale(invocation)));
        };
    }

    private Answer answer(Invocation invocation, DecisionResult result) {
        return switch (result) {
            case DecisionResult.FullyApproved _,
                    DecisionResult.MoreNeeded _,
                    DecisionResult.Denied _,
                    DecisionResult.Withdrawn _,
                    DecisionResult.Resumed _ -> cards.of(invocation.request(), invocation.caller());
            case DecisionResult.ConfirmationNeeded(var request, var token) ->
                HighRiskQuestion.of(
                        request.id(),
                        cards.description(request.terms()),
                        names.of(request.terms().subject()),
                        request.terms().plan().risk(),
                        token);
            case DecisionResult.DecidedAlready _ -> card(invocation, Explanation.of("chat.decided.late"));
            case DecisionResult.TimeOver _ -> card(invocation, Explanation.of("chat.decided.expired"));
            case DecisionResult.StaleButton _ -> card(invocation, Explanation.of(whyStale(invocation)));
            case DecisionResult.ReasonNeeded _ -> card(invocation, Explanation.of("chat.decided.reason-needed"));
            case DecisionResult.DeciderRefused(_, var why) ->
                card(invocation, RequestTexts.refusal(why));
            case DecisionNotAllowed(_, var needed) ->
                card(
                        invocation,
                        needed.isEmpty()
                                ? Explanation.of("chat.decided.requester-only")
                                : Explanation.of(
                                        "chat.decided.not-allowed",
                                        needed.stream().sorted().toList()));
            case DecisionResult.AnotherIsOpen(var open) ->
                card(
                        invocation,
                        Explanation.of("chat.decided.open-already", open.id(), cards.description(open.terms())));
            case DecisionResult.NothingToDecide(var id) -> NoteCards.of(Tone.INFO, "chat.no-such-request", id);
        };
    }

    static DecisionInput input(Invocation invocation) {
        if (invocation.caller().othersReadAlong()) {
            return new DecisionInput.OthersReadAlong();
        }
        return invocation.isPressed()
                ? new DecisionInput.TokenPress(invocation.text(Slot.NONCE).orElse(""))
                : new DecisionInput.Typed();
    }

    static String whyStale(Invocation invocation) {
        if (invocation.caller().othersReadAlong()) {
            return "chat.decided.not-here";
        }
        return invocation.text(Slot.NONCE).isPresent() ? "chat.decided.stale-button" : "chat.decided.no-token";
    }

    private Answer card(Invocation invocation, Explanation notice) {
        return cards.of(invocation.request(), invocation.caller(), notice);
    }
}

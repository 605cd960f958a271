package dev.linekeeper.chat.commands;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.chat.cards.HighRiskQuestion;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.chat.engine.Invocation;
import dev.linekeeper.core.request.ApprovalPolicy.DecisionRefusal;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.DecisionInput;
import dev.linekeeper.service.requests.DecisionResult;
import dev.linekeeper.service.requests.DecisionResult.DecisionNotAllowed;
import java.util.function.Function;

/** Answers to approve, deny, cancel and retry: the request after the decision, with a notice of its result. */
final class DecisionCards {
    private final RequestCards cards;
    private final DisplayNames names;

    DecisionCards(RequestCards cards, DisplayNames names) {
        this.cards = cards;
        this.names = names;
    }

    /** Decides in the caller's own chat: by the one-shot token of the button that was pressed, or typed, without one. */
    Answer answer(Invocation invocation, Function<DecisionInput, DecisionResult> decide) {
        return switch (decide.apply(input(invocation))) {
            case DecisionResult.FullyApproved _,
                    DecisionResult.MoreNeeded _,
                    DecisionResult.Denied _,
                    DecisionResult.Withdrawn _,
                    DecisionResult.Resumed _ -> cards.of(invocation.request(), invocation.caller());
            case DecisionResult.ConfirmationNeeded(var request, var token) ->
                HighRiskQuestion.of(
                        request.id(),
                        cards.description(request.terms()),
                        names.of(request.terms().person()),
                        request.terms().plan().risk(),
                        token);
            case DecisionResult.DecidedAlready _ -> card(invocation, Explanation.of("chat.decided.late"));
            case DecisionResult.TimeOver _ -> card(invocation, Explanation.of("chat.decided.expired"));
            case DecisionResult.StaleButton _ -> card(invocation, Explanation.of(whyStale(invocation)));
            case DecisionResult.ReasonNeeded _ -> card(invocation, Explanation.of("chat.decided.reason-needed"));
            case DecisionResult.DeciderRefused(_, var why) -> card(invocation, refusal(why));
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

    private static DecisionInput input(Invocation invocation) {
        if (invocation.caller().othersReadAlong()) {
            return new DecisionInput.OthersReadAlong();
        }
        return invocation.isPressed()
                ? new DecisionInput.TokenPress(invocation.text(Slot.NONCE).orElse(""))
                : new DecisionInput.Typed();
    }

    private static String whyStale(Invocation invocation) {
        if (invocation.caller().othersReadAlong()) {
            return "chat.decided.not-here";
        }
        return invocation.text(Slot.NONCE).isPresent() ? "chat.decided.stale-button" : "chat.decided.no-token";
    }

    private Answer card(Invocation invocation, Explanation notice) {
        return cards.of(invocation.request(), invocation.caller(), notice);
    }

    private static Explanation refusal(DecisionRefusal why) {
        return switch (why) {
            case DecisionRefusal.OwnRequest() -> Explanation.of("chat.decided.own-request");
            case DecisionRefusal.Beneficiary() -> Explanation.of("chat.decided.beneficiary");
            case DecisionRefusal.OutsideScope() -> Explanation.of("chat.decided.outside-scope");
            case DecisionRefusal.NotAnApprover(var wasOne) ->
                Explanation.of(wasOne ? "chat.decided.no-longer-approver" : "chat.decided.no-approver");
            case DecisionRefusal.AlreadyApproved(var at) -> Explanation.of("chat.decided.already-approved", at);
            case DecisionRefusal.PastExpiry(var since) -> Explanation.of("chat.decided.expired-since", since);
        };
    }
}

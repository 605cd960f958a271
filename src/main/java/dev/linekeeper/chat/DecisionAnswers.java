package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.ApprovalPolicy.Refusal;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.Decided;
import dev.linekeeper.service.requests.Gesture;
import java.util.function.Function;

/** Answers to approve, deny, cancel and retry: the request as it is then, with what became of the decision. */
final class DecisionAnswers {
    private final RequestCards cards;

    DecisionAnswers(RequestCards cards) {
        this.cards = cards;
    }

    /** Decides, by the one-shot token of the button that was pressed, or without one when it was typed. */
    Answer answer(Invocation ask, Function<Gesture, Decided> decide) {
        Gesture gesture = ask.text(Slot.NONCE).<Gesture>map(Gesture.Pressed::new).orElseGet(Gesture.Typed::new);
        return switch (decide.apply(gesture)) {
            case Decided.Approved _, Decided.MoreNeeded _, Decided.Denied _, Decided.Cancelled _, Decided.Resumed _ ->
                cards.of(ask.request(), ask.caller());
            case Decided.Late _ -> card(ask, Explanation.of("chat.decided.late"));
            case Decided.Expired _ -> card(ask, Explanation.of("chat.decided.expired"));
            case Decided.StaleButton _ -> card(ask, Explanation.of("chat.decided.stale-button"));
            case Decided.ReasonNeeded _ -> ask.form();
            case Decided.Refused(_, var why) -> card(ask, refusal(why));
            case Decided.NotAllowed(_, var needed) ->
                card(
                        ask,
                        needed.isEmpty()
                                ? Explanation.of("chat.decided.requester-only")
                                : Explanation.of(
                                        "chat.decided.not-allowed",
                                        needed.stream().sorted().toList()));
            case Decided.OpenAlready(var open) -> card(ask, Explanation.of("chat.decided.open-already", open.id()));
            case Decided.Unknown(var id) -> Notes.of(Answer.Tone.INFO, "chat.no-such-request", id);
        };
    }

    private Answer card(Invocation ask, Explanation notice) {
        return cards.of(ask.request(), ask.caller(), notice);
    }

    private static Explanation refusal(Refusal why) {
        return switch (why) {
            case Refusal.OwnRequest() -> Explanation.of("chat.decided.own-request");
            case Refusal.Beneficiary() -> Explanation.of("chat.decided.beneficiary");
            case Refusal.NotAnApprover(var wasOne) ->
                Explanation.of(wasOne ? "chat.decided.no-longer-approver" : "chat.decided.no-approver");
            case Refusal.AlreadyApproved(var at) -> Explanation.of("chat.decided.already-approved", at);
            case Refusal.Expired(var since) -> Explanation.of("chat.decided.expired-since", since);
        };
    }
}

package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.ApprovalPolicy.Refusal;
import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Decided;
import dev.linekeeper.service.requests.Deciding;
import dev.linekeeper.service.requests.Gesture;
import java.util.List;
import java.util.Set;

/** Approve, deny, cancel, retry: typed with a number, or pressed on a card with its one-shot token. */
final class Decide extends AboutRequest {
    private final String verb;
    private final Set<Role> roles;
    private final List<Phrase> phrases;
    private final boolean reasoned;
    private final Decision decision;
    private final RequestCards cards;

    /** One kind of decision. */
    @FunctionalInterface
    private interface Decision {
        Decided on(Caller caller, RequestId request, String reason, Gesture gesture);
    }

    private Decide(
            String verb, Set<Role> roles, List<Phrase> phrases, boolean reasoned, Decision decision, RequestCards cards) {
        this.verb = verb;
        this.roles = roles;
        this.phrases = phrases;
        this.reasoned = reasoned;
        this.decision = decision;
        this.cards = cards;
    }

    static Decide approve(Deciding deciding, RequestCards cards) {
        return new Decide(
                "approve",
                Set.of(Role.APPROVER),
                List.of(
                        Phrase.of("approve {request}"),
                        Phrase.of("approve"),
                        Phrase.of("(approve|accept|allow|grant|ok|okay) [request] {request}")),
                false,
                (caller, request, _, gesture) -> deciding.approve(caller.id(), request, gesture),
                cards);
    }

    static Decide deny(Deciding deciding, RequestCards cards) {
        return new Decide(
                "deny",
                Set.of(Role.APPROVER),
                List.of(
                        Phrase.of("deny {request} because {reason}"),
                        Phrase.of("deny"),
                        Phrase.of("(deny|reject|decline|refuse) [request] {request} [(because|since|reason) [of] {reason}]")),
                true,
                (caller, request, reason, gesture) -> deciding.deny(caller.id(), request, reason, gesture),
                cards);
    }

    static Decide cancel(Deciding deciding, RequestCards cards) {
        return new Decide(
                "cancel",
                Set.of(Role.ADMIN),
                List.of(
                        Phrase.of("cancel {request}"),
                        Phrase.of("cancel"),
                        Phrase.of("(cancel|withdraw|stop|drop) [my] [request] {request}")),
                false,
                (caller, request, _, gesture) -> deciding.cancel(caller.id(), request, gesture),
                cards);
    }

    static Decide retry(Deciding deciding, RequestCards cards) {
        return new Decide(
                "retry",
                Set.of(Role.ADMIN, Role.APPROVER),
                List.of(
                        Phrase.of("retry {request}"),
                        Phrase.of("retry"),
                        Phrase.of("(retry|resume|continue|try again) [request] {request}")),
                false,
                (caller, request, _, gesture) -> deciding.retry(caller.id(), request, gesture),
                cards);
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public List<Phrase> phrases() {
        return phrases;
    }

    @Override
    public Set<Role> roles() {
        return roles;
    }

    @Override
    List<Answer.Field> moreFields() {
        return reasoned ? List.of(Forms.text(Slot.REASON, true, "")) : List.of();
    }

    @Override
    Answer answer(Caller caller, RequestId request, Slots slots) {
        Gesture gesture = slots.text(Slot.NONCE).<Gesture>map(Gesture.Pressed::new).orElseGet(Gesture.Typed::new);
        String reason = slots.text(Slot.REASON).orElse("");
        return switch (decision.on(caller, request, reason, gesture)) {
            case Decided.Approved _, Decided.MoreNeeded _, Decided.Denied _, Decided.Cancelled _, Decided.Resumed _ ->
                cards.of(request, caller);
            case Decided.Late _ -> cards.of(request, caller, say("late"));
            case Decided.Expired _ -> cards.of(request, caller, say("expired"));
            case Decided.StaleButton _ -> cards.of(request, caller, say("stale-button"));
            case Decided.ReasonNeeded _ ->
                Forms.of(
                        "deny",
                        "deny {request} because {reason}",
                        List.of(
                                Forms.text(Slot.REQUEST, true, Long.toString(request.number())),
                                Forms.text(Slot.REASON, true, "")));
            case Decided.Refused(_, var why) -> cards.of(request, caller, refusal(why));
            case Decided.NotAllowed(_, var needed) ->
                cards.of(request, caller, needed.isEmpty()
                        ? say("requester-only")
                        : Explanation.of("chat.decided.not-allowed", needed.stream().sorted().toList()));
            case Decided.OpenAlready(var open) ->
                cards.of(request, caller, Explanation.of("chat.decided.open-already", open.id()));
            case Decided.Unknown(var id) -> Notes.of(Answer.Tone.INFO, "chat.no-such-request", id);
        };
    }

    private static Explanation refusal(Refusal why) {
        return switch (why) {
            case Refusal.OwnRequest() -> say("own-request");
            case Refusal.Beneficiary() -> say("beneficiary");
            case Refusal.AskedOnTheirBehalf() -> say("on-behalf");
            case Refusal.NotAnApprover(var wasOne) -> say(wasOne ? "no-longer-approver" : "no-approver");
            case Refusal.AlreadyApproved(var at) -> Explanation.of("chat.decided.already-approved", at);
            case Refusal.Expired(var since) -> Explanation.of("chat.decided.expired-since", since);
        };
    }

    private static Explanation say(String key) {
        return Explanation.of("chat.decided." + key);
    }
}

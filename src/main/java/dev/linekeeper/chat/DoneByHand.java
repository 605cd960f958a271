package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.Confirmed;
import dev.linekeeper.service.requests.Confirming;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks in the tenant which steps of an approved plan somebody has done by hand, and marks those. */
final class DoneByHand extends AboutRequest {
    private final Confirming confirming;
    private final RequestCards cards;

    DoneByHand(Confirming confirming, RequestCards cards) {
        this.confirming = confirming;
        this.cards = cards;
    }

    @Override
    public String verb() {
        return "done";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("done {request}"),
                Phrase.of("done"),
                Phrase.of("[request] {request} (is|was) done [by hand]"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADMIN);
    }

    @Override
    Answer answer(Caller caller, RequestId request, Slots slots) {
        return switch (confirming.confirm(caller.id(), request, Optional.empty())) {
            case Confirmed.All(_, var found) -> cards.of(request, caller, say("all", found));
            case Confirmed.Some(_, var found, var next, var why) ->
                cards.of(
                        request,
                        caller,
                        say(
                                "some",
                                found,
                                Explanation.of("chat.step." + next.name().name(), next.target()),
                                why));
            case Confirmed.InHands _ -> cards.of(request, caller, say("in-hands"));
            case Confirmed.NotApproved _, Confirmed.AnotherPlan _ -> cards.of(request, caller, say("not-approved"));
            case Confirmed.NotAllowed(_, var needed) ->
                cards.of(request, caller, Explanation.of("chat.decided.not-allowed", needed.stream()
                        .sorted()
                        .toList()));
            case Confirmed.Late _ -> cards.of(request, caller, Explanation.of("chat.decided.late"));
            case Confirmed.Unknown _ -> Notes.of(Answer.Tone.INFO, "chat.no-such-request", request);
        };
    }

    private static Explanation say(String key, Object... arguments) {
        return Explanation.of("chat.done." + key, arguments);
    }
}

package dev.linekeeper.chat;

import dev.linekeeper.core.enrolment.RequestId;
import dev.linekeeper.service.people.Role;
import java.util.List;
import java.util.Set;

/** One request as it is now. */
final class ShowRequest extends AboutRequest {
    private final RequestCards cards;

    ShowRequest(RequestCards cards) {
        this.cards = cards;
    }

    @Override
    public String verb() {
        return "request";
    }

    @Override
    public List<Phrase> phrases() {
        return List.of(
                Phrase.of("request {request}"),
                Phrase.of("request"),
                Phrase.of("(show|open|see|status of|what about) [request] {request}"),
                Phrase.of("{request}"));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.HELPDESK, Role.ADMIN, Role.APPROVER, Role.AUDITOR);
    }

    @Override
    Answer answer(Caller caller, RequestId request, Slots slots) {
        return cards.of(request, caller);
    }
}

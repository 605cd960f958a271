package dev.linekeeper.chat.cards;

import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a request stands, and nothing of what it is about: for who has a card of it and no right to it. */
public final class NeutralRequestCard {
    /** Those who may open any request, and are never shown this one. */
    public static final Set<Role> READERS = Set.of(Role.HELPDESK, Role.ADMIN, Role.APPROVER, Role.AUDITOR);

    private NeutralRequestCard() {}

    static RequestCard of(Stored stored, List<String> refreshFor) {
        Request request = stored.request();
        return of(request.id(), stored.version(), RequestTexts.state(request), refreshFor);
    }

    static RequestCard of(RequestId id, long version, String state, List<String> refreshFor) {
        return new RequestCard(
                id,
                version,
                Explanation.of("chat.request.not-yours", id),
                Optional.empty(),
                state,
                Explanation.of("chat.request.not-yours.why"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                refreshFor);
    }
}

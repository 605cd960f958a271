package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.Outbox.Delivery;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.RequestStore;
import java.util.stream.Stream;

/** Shows a person who has just got a chat with the bot the requests that wait for them, as approver or as requester. */
public final class PendingRequestCards {
    private static final int MOST_OWN_REQUESTS = 20;

    private final RequestStore store;
    private final Outbox outbox;
    private final RequestCards cards;
    private final UnreachableApprovers unreachable;

    public PendingRequestCards(
            RequestStore store, Outbox outbox, RequestCards cards, UnreachableApprovers unreachable) {
        this.store = store;
        this.outbox = outbox;
        this.cards = cards;
        this.unreachable = unreachable;
    }

    /** Shows the requests the person may decide and those they asked for; a card they have already is brought up to date. */
    public void welcome(UserId person) {
        Stream.concat(
                        store.awaitingDecision().stream()
                                .filter(request -> request.terms().approvers().contains(person))
                                .filter(request -> !request.terms().concerns(person)),
                        store.askedBy(person, MOST_OWN_REQUESTS).stream().filter(Request::isOpen))
                .map(Request::terms)
                .map(RequestDetails::id)
                .distinct()
                .forEach(id -> {
                    if (outbox.show(person, reader -> cards.of(id, reader)) instanceof Delivery.Delivered) {
                        unreachable.reached(id, person);
                        outbox.refresh(id.toString(), reader -> cards.of(id, reader));
                    }
                });
    }
}

package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a person who has just got a chat with the bot the requests that wait for them, as approver or as requester. */
public record PendingRequestCards(RequestStore store, BatchStore batches, MessageQueue queue) {
    private static final int MOST_OWN_REQUESTS = 20;

    /** Shows the requests the person may decide and those they asked for; a card they have already is brought up to date. */
    public void welcome(UserId person) {
        Stream.concat(requests(person), batches(person)).distinct().forEach(id -> {
            queue.post(person, BotMessage.card(id));
            queue.refresh(id);
        });
    }

    private Stream<RequestId> batches(UserId person) {
        return Stream.concat(
                        batches.awaitingDecision().stream()
                                .filter(batch -> batch.terms().approvers().contains(person)),
                        batches.latest(Optional.of(person), MOST_OWN_REQUESTS).stream()
                                .filter(batch -> batch.awaits() || batch.stage() instanceof BatchUnderWay))
                .map(Batch::id);
    }

    private Stream<RequestId> requests(UserId person) {
        return Stream.concat(
                        store.awaitingDecision().stream()
                                .filter(request -> request.terms().approvers().contains(person))
                                .filter(request -> !request.terms().concerns(person)),
                        store.askedBy(person, MOST_OWN_REQUESTS).stream().filter(Request::isOpen))
                .map(request -> request.terms().id());
    }
}

package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.service.requests.RequestEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Queues what people are told about requests: approvers are asked, the requester waits and watches, everybody's card
 * follows what happens, and the person it is for hears of it when it is done. Nothing here waits for Teams.
 */
public record RequestNotifications(MessageQueue queue, Clock clock) implements RequestEvents {
    /** The answer to whoever asks is such a card already; a second one is only for who does not get it. */
    private static final Duration ANSWER_FIRST = Duration.ofSeconds(3);

    @Override
    public void changed(Optional<Request> before, Request after) {
        if (before.isEmpty()
                || (after instanceof Request.NeedsFreshLook && !(before.get() instanceof Request.NeedsFreshLook))) {
            askApprovers(after);
        }
        if (before.isEmpty()) {
            queue.post(after.terms().requester(), BotMessage.card(after.id()), ANSWER_FIRST);
        } else {
            queue.refresh(after.id());
        }
        boolean justDone = after instanceof Request.Completed && !(before.orElse(after) instanceof Request.Completed);
        RequestDetails terms = after.terms();
        if (justDone && !terms.rehearsal() && !terms.person().equals(terms.requester())) {
            queue.post(terms.person(), BotMessage.outcome(after.id()));
        }
    }

    private void askApprovers(Request request) {
        RequestDetails terms = request.terms();
        terms.approvers().stream()
                .filter(approver -> !terms.concerns(approver))
                .forEach(approver -> queue.post(approver, BotMessage.card(request.id())));
    }

    /** A card that is there already would only be replaced, so a reminder is a message of its own. */
    @Override
    public void stillWaiting(AwaitingDecision request) {
        RequestDetails terms = request.terms();
        terms.approvers().stream()
                .filter(approver -> !terms.concerns(approver))
                .filter(approver -> request.approvals().stream()
                        .noneMatch(approval -> approval.by().equals(approver)))
                .forEach(approver -> queue.post(approver, BotMessage.reminder(terms.id(), clock.instant())));
    }
}

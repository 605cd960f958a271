package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Outbox;
import dev.linekeeper.chat.Outbox.Delivery;
import dev.linekeeper.chat.UnreachableApprovers;
import dev.linekeeper.chat.cards.NoteCards;
import dev.linekeeper.chat.cards.RequestCards;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.RequestEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Tells people about requests: approvers are asked, the requester waits and watches, everybody's card follows what
 * happens, and the person it is for hears of it when it is done.
 */
public final class RequestNotifications implements RequestEvents {
    private final Outbox outbox;
    private final RequestCards cards;
    private final UnreachableApprovers unreachable;

    public RequestNotifications(Outbox outbox, RequestCards cards, UnreachableApprovers unreachable) {
        this.outbox = outbox;
        this.cards = cards;
        this.unreachable = unreachable;
    }

    @Override
    public void changed(Optional<Request> before, Request after) {
        if (before.isEmpty()
                || (after instanceof Request.NeedsFreshLook && !(before.get() instanceof Request.NeedsFreshLook))) {
            askApprovers(after);
        }
        if (before.isEmpty()) {
            outbox.show(after.terms().requester(), reader -> cards.of(after.id(), reader));
        } else {
            outbox.refresh(after.id().toString(), reader -> cards.of(after.id(), reader));
        }
        boolean justDone = after instanceof Request.Completed && !(before.orElse(after) instanceof Request.Completed);
        if (justDone && !after.terms().rehearsal()) {
            tellPerson(after.terms());
        }
    }

    private void askApprovers(Request request) {
        RequestDetails terms = request.terms();
        var unreached = new HashMap<UserId, String>();
        for (UserId approver : terms.approvers()) {
            if (!terms.concerns(approver)
                    && outbox.show(approver, reader -> cards.of(request.id(), reader))
                            instanceof Delivery.Undeliverable(var why)) {
                unreached.put(approver, why);
            }
        }
        unreachable.remember(request.id(), unreached);
    }

    private void tellPerson(RequestDetails terms) {
        if (!terms.person().equals(terms.requester())) {
            outbox.show(
                    terms.person(),
                    _ -> NoteCards.of(Tone.INFO, told(terms.plan().purpose())));
        }
    }

    private static String told(Purpose purpose) {
        return switch (purpose) {
            case ENROL -> "chat.told.enrolled";
            case MOVE -> "chat.told.moved";
            case REMOVE -> "chat.told.removed";
            case UNDO -> "chat.told.undone";
        };
    }

    /** A card that is there already would only be replaced, so a reminder is a message of its own. */
    @Override
    public void stillWaiting(AwaitingDecision request) {
        RequestDetails terms = request.terms();
        List<UserId> undecided = terms.approvers().stream()
                .filter(approver -> !terms.concerns(approver))
                .filter(approver -> request.approvals().stream()
                        .noneMatch(approval -> approval.by().equals(approver)))
                .toList();
        var reminder = new Answer.Note(
                Tone.INFO,
                Explanation.of("chat.reminder.title", request.id()),
                Explanation.of("chat.reminder.text", cards.title(terms), terms.expires()),
                List.of(NoteCards.say("request " + request.id().number())));
        undecided.forEach(approver -> outbox.show(approver, _ -> reminder));
    }
}

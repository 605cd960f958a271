package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import java.time.Clock;
import java.time.Duration;

/** Queues what people are told about a batch: its approvers are asked, its cards follow it, an outcome is a message of its own. */
record BatchNotifications(MessageQueue queue, Clock clock) {
    void changed(Batch now, long version, Duration answerFirst) {
        if (version == 1) {
            now.terms().approvers().forEach(approver -> queue.post(approver, BotMessage.card(now.id())));
            queue.post(now.terms().requester(), BotMessage.card(now.id()), answerFirst);
        } else {
            queue.refresh(now.id());
            OutcomeReaders.of(now).forEach(reader -> queue.post(reader, BotMessage.outcome(now.id(), version)));
        }
        if (now.stage() instanceof BatchEnded) {
            now.terms().undoes().ifPresent(queue::refresh);
        }
    }

    void stillWaiting(Batch batch) {
        batch.terms().approvers().stream()
                .filter(approver -> batch.approvals().stream()
                        .noneMatch(approval -> approval.by().equals(approver)))
                .forEach(approver -> queue.post(approver, BotMessage.reminder(batch.id(), clock.instant())));
    }
}

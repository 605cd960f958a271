package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage.BatchEnded;
import dev.linekeeper.core.tenant.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Queues what people are told about a batch: its approvers are asked, its cards follow it, an outcome is a message of its own. */
record BatchNotifications(MessageQueue queue, Clock clock) {
    void changed(Batch now, Optional<UserId> asker, long version, Duration answerFirst) {
        if (version == 1) {
            now.terms().approvers().forEach(approver -> queue.post(approver, BotMessage.card(now.id())));
            asker.ifPresent(who -> queue.post(who, BotMessage.card(now.id()), answerFirst));
        } else {
            queue.refresh(now.id());
            OutcomeReaders.of(now).stream()
                    .flatMap(reader -> reader.equals(UserId.LINEKEEPER) ? asker.stream() : Stream.of(reader))
                    .forEach(reader -> queue.post(reader, BotMessage.outcome(now.id(), version)));
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

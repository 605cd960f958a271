package dev.linekeeper.chat.notifications;

import dev.linekeeper.chat.BotMessage;
import dev.linekeeper.chat.MessageQueue;
import dev.linekeeper.chat.digest.NewsDelivery;
import dev.linekeeper.chat.override.OverrideNotifications;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchTerms;
import dev.linekeeper.core.request.InProgress;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.Request.NeedsFreshLook;
import dev.linekeeper.core.request.RequestDetails;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.OwnReason;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestEvents;
import dev.linekeeper.service.requests.RequestStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Queues what people are told about requests: approvers are asked, cards follow each step, an outcome is a message of its own.
 */
public record RequestNotifications(
        MessageQueue queue,
        RequestStore store,
        BatchStore batches,
        NewsDelivery news,
        OverrideNotifications overrides,
        Clock clock)
        implements RequestEvents {
    /** The answer to whoever asks is such a card already; a second one is only for who does not get it. */
    private static final Duration ANSWER_FIRST = Duration.ofSeconds(3);

    @Override
    public void changed(Optional<Request> before, Request after, long version) {
        boolean together = after.terms().batch().isPresent();
        if (!(after instanceof InProgress || isUndoneTogether(after))) {
            before.orElse(after).terms().batch().ifPresent(batch -> progressed(batch, before.orElse(after)));
        }
        if (before.isPresent() || !together) {
            told(before, after, version);
        }
    }

    /** Its requester and approvers follow the batch, not its members. */
    private void progressed(RequestId batch, Request before) {
        if (!before.approvals().isEmpty()) {
            queue.refreshAtPace(batch, before.approvals().getLast().at());
        }
    }

    private void told(Optional<Request> before, Request after, long version) {
        boolean looksAgain = after instanceof NeedsFreshLook && !(before.orElse(after) instanceof NeedsFreshLook);
        if (before.isEmpty() || looksAgain) {
            deciders(after).forEach(approver -> queue.post(approver, BotMessage.card(after.id())));
        }
        if (before.isEmpty()) {
            asker(after).ifPresent(who -> queue.post(who, BotMessage.card(after.id()), ANSWER_FIRST));
        } else {
            queue.refresh(after.id());
        }
        before.ifPresent(earlier -> OutcomeReaders.of(earlier, after).stream()
                .flatMap(reader -> reader.equals(UserId.LINEKEEPER) ? asker(after).stream() : Stream.of(reader))
                .distinct()
                .filter(reader -> after.terms().batch().isEmpty() || isConcerned(earlier, after, reader))
                .filter(reader -> !isToldByTheUndo(after, reader))
                .forEach(person -> queue.post(person, BotMessage.outcome(after.id(), version))));
    }

    /** Who asked; where Linekeeper itself did, who asked for what that is about. */
    private Optional<UserId> asker(Request request) {
        RequestDetails terms = request.terms();
        return terms.requester().equals(UserId.LINEKEEPER)
                ? terms.undoes()
                        .or(() -> OwnReason.of(terms.reason()).flatMap(own -> RequestId.parse(own.detail())))
                        .flatMap(this::requester)
                : Optional.of(terms.requester());
    }

    private Optional<UserId> requester(RequestId id) {
        return store.find(id)
                .map(found -> found.request().terms().requester())
                .or(() -> batches.find(id).map(found -> found.batch().terms().requester()))
                .filter(who -> !who.equals(UserId.LINEKEEPER));
    }

    /** Who asked for a batch; where Linekeeper itself did, as of a request. */
    private Optional<UserId> asker(Batch batch) {
        BatchTerms terms = batch.terms();
        return terms.requester().equals(UserId.LINEKEEPER)
                ? OwnReason.of(terms.reason())
                        .flatMap(own -> RequestId.parse(own.detail()))
                        .flatMap(this::requester)
                : Optional.of(terms.requester());
    }

    /** Whoever asked for the undo, and the person concerned, hear of it by that request. */
    private boolean isToldByTheUndo(Request after, UserId reader) {
        return undo(after)
                .filter(undo -> undo.terms().concerns(reader)
                        || asker(undo).filter(reader::equals).isPresent())
                .isPresent();
    }

    /** The card of the batch that undoes follows meanwhile; that of the batch undone is replaced once, at the end. */
    private boolean isUndoneTogether(Request after) {
        return undo(after).flatMap(undo -> undo.terms().batch()).isPresent();
    }

    private Optional<Request> undo(Request after) {
        return after instanceof Request.Undone undone
                ? store.find(undone.by()).map(found -> found.request())
                : Optional.empty();
    }

    /** Of a member of a batch, only the person whose settings changed hears. */
    private static boolean isConcerned(Request before, Request after, UserId reader) {
        return reader.equals(after.terms().subject()) && OutcomeReaders.changedSettings(before, after);
    }

    @Override
    public void ending(Request request) {
        Stream.concat(asker(request).stream(), request.terms().subject().person().stream())
                .distinct()
                .forEach(reader -> queue.post(reader, BotMessage.ending(request.id(), clock.instant())));
    }

    @Override
    public void batchChanged(Batch now, long version) {
        new BatchNotifications(queue, clock).changed(now, asker(now), version, ANSWER_FIRST);
    }

    @Override
    public void batchEnding(Batch batch) {
        asker(batch).ifPresent(who -> queue.post(who, BotMessage.ending(batch.id(), clock.instant())));
    }

    @Override
    public void batchStillWaiting(Batch batch) {
        new BatchNotifications(queue, clock).stillWaiting(batch);
    }

    @Override
    public void otherMoved(RequestId number, long version) {
        news.moved(number, version);
        overrides.moved(number, version);
    }

    private static Stream<UserId> deciders(Request request) {
        return request.terms().approvers().stream()
                .filter(approver -> !request.terms().concerns(approver));
    }

    /** A card that is there already would only be replaced, so a reminder is a message of its own. */
    @Override
    public void stillWaiting(AwaitingDecision request) {
        deciders(request)
                .filter(approver -> request.approvals().stream()
                        .noneMatch(approval -> approval.by().equals(approver)))
                .forEach(approver -> queue.post(approver, BotMessage.reminder(request.id(), clock.instant())));
    }
}

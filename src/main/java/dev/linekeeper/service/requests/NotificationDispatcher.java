package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.BatchStore.StoredBatch;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells {@link RequestEvents} about moves of requests and batches, and the batch about those of its members. Thread-safe. */
public record NotificationDispatcher(
        RequestStore store, BatchStore batches, BatchFollower follower, RequestEvents events) {
    private static final int MOST = BatchSubmission.MOST;
    private static final Logger log = LoggerFactory.getLogger(NotificationDispatcher.class);

    /** What follows from moves for the batch they are of. */
    public interface BatchFollower {
        /** A member is as {@code after} now. */
        void memberMoved(Request before, Request after);

        /** The batch itself was moved. */
        void batchMoved(RequestId batch);
    }

    /**
     * Tells about the move that made {@code version}: the first one made the request.
     *
     * @throws RuntimeException of the listener; a job tries again then
     */
    public void moved(RequestId id, long version) {
        store.find(id, version)
                .or(() -> store.find(id).map(Stored::request))
                .ifPresentOrElse(
                        after -> moved(store.find(id, version - 1), after, version),
                        () -> batches.find(id)
                                .ifPresentOrElse(
                                        stored -> {
                                            events.batchChanged(stored.batch(), version);
                                            follower.batchMoved(id);
                                        },
                                        () -> events.otherMoved(id, version)));
    }

    private void moved(Optional<Request> before, Request after, long version) {
        events.changed(before, after, version);
        follower.memberMoved(before.orElse(after), after);
    }

    /** Tells about a step of an application, which goes on whether or not anybody can be told. */
    public void stepped(Request before, Request after, long version) {
        try {
            moved(Optional.of(before), after, version);
        } catch (RuntimeException failed) {
            log.warn("action=announce request={} outcome=failed", after.id(), failed);
        }
    }

    /** Tells that what somebody has, or anybody of a batch, is about to end, if that is still so. */
    public void endsSoon(RequestId id) {
        store.find(id).map(Stored::request).filter(this::isLast).ifPresent(events::ending);
        batches.find(id)
                .map(StoredBatch::batch)
                .filter(batch -> batches.in(id, EnumSet.of(MemberState.DONE), RequestId.FIRST, MOST).stream()
                        .anyMatch(this::isLast))
                .ifPresent(events::batchEnding);
    }

    private boolean isLast(Request request) {
        return store.temporaryOf(request.terms().person()).stream()
                .reduce((_, last) -> last)
                .filter(request::equals)
                .isPresent();
    }

    /** Tells that nobody has decided yet, if that is still so. */
    public void remind(RequestId id) {
        batches.find(id).map(StoredBatch::batch).filter(Batch::awaits).ifPresent(events::batchStillWaiting);
        store.find(id)
                .filter(found -> found.request() instanceof AwaitingDecision)
                .ifPresent(found -> events.stillWaiting((AwaitingDecision) found.request()));
    }
}

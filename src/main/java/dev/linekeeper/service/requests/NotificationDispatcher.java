package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.RequestStore.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells {@link RequestEvents} about moves of requests. Thread-safe. */
public record NotificationDispatcher(RequestStore store, RequestEvents events) {
    private static final Logger log = LoggerFactory.getLogger(NotificationDispatcher.class);

    /**
     * Tells about the move that made {@code version}: the first one made the request.
     *
     * @throws RuntimeException of the listener; a job tries again then
     */
    public void moved(RequestId id, long version) {
        store.find(id, version)
                .or(() -> store.find(id).map(Stored::request))
                .ifPresent(after -> events.changed(store.find(id, version - 1), after, version));
    }

    /** Tells about a step of an application, which goes on whether or not anybody can be told. */
    public void stepped(RequestId id, long version) {
        try {
            moved(id, version);
        } catch (RuntimeException failed) {
            log.warn("action=announce request={} outcome=failed", id, failed);
        }
    }

    /** Tells that nobody has decided yet, if that is still so. */
    public void remind(RequestId id) {
        store.find(id).map(Stored::request).ifPresent(now -> {
            if (now instanceof AwaitingDecision waiting) {
                events.stillWaiting(waiting);
            }
        });
    }
}

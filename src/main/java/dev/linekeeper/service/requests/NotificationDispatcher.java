package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells {@link RequestEvents} about moves of requests, always with the request as it is now; one at a time for each
 * request, so that a slow older notice cannot overtake a newer one. Safe for use by many threads.
 */
public final class NotificationDispatcher {
    private static final Logger log = LoggerFactory.getLogger(NotificationDispatcher.class);

    private final RequestStore store;
    private final RequestEvents events;
    private final ReentrantLock[] locks = new ReentrantLock[64];

    NotificationDispatcher(RequestStore store, RequestEvents events) {
        this.store = store;
        this.events = events;
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Tells about the move that made {@code version}: the first one made the request. */
    public void moved(RequestId id, long version) {
        withLock(id, now -> events.changed(store.find(id, version - 1), now));
    }

    /** Tells that nobody has decided yet, if that is still so. */
    public void remind(RequestId id) {
        withLock(id, now -> {
            if (now instanceof AwaitingDecision waiting) {
                events.stillWaiting(waiting);
            }
        });
    }

    private void withLock(RequestId id, Consumer<Request> notification) {
        ReentrantLock lock = locks[Math.floorMod(id.number(), locks.length)];
        lock.lock();
        try {
            store.find(id).map(Stored::request).ifPresent(notification);
        } catch (RuntimeException failed) {
            log.warn("action=announce request={} outcome=failed", id, failed);
        } finally {
            lock.unlock();
        }
    }
}

package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import java.util.Optional;

/**
 * The listener for moves of requests, called in the background after they were stored. May be called twice after a
 * crash, so a repeated call must do no harm. Must not wait for people's chats: applying a request calls it.
 */
public interface RequestEvents {
    /**
     * A request moved on.
     *
     * @param before as it was; empty when it is new
     * @param after as the move left it; as it is now where that is kept no more
     * @param version of the request that the move made, by which a repeated call is known
     */
    void changed(Optional<Request> before, Request after, long version);

    /** Nobody has decided yet and it is time to say so again. */
    void stillWaiting(AwaitingDecision request);

    /** What somebody has until a day is about to end, or has ended. */
    void ending(Request request);

    /** A batch moved on; {@code version} is of the batch that the move made. */
    void batchChanged(Batch now, long version);

    /** What many have until a day is about to end: one message for all of them. */
    void batchEnding(Batch batch);

    /** Like {@link #stillWaiting}, of a batch. */
    void batchStillWaiting(Batch batch);

    /** What is neither a request nor a batch moved on, such as news. */
    void otherMoved(RequestId number, long version);
}

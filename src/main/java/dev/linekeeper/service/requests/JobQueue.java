package dev.linekeeper.service.requests;

import dev.linekeeper.core.request.RequestId;
import java.time.Instant;
import java.util.List;

/**
 * The queue of jobs about requests, which survives a restart. A job queued within a transaction is there exactly when
 * the transaction is committed.
 */
public interface JobQueue {
    /** Applies the request as soon as possible. */
    void apply(RequestId request);

    /** The same for members of a batch at the given time, as one piece of work for the store. */
    void applyAll(RequestId batch, List<RequestId> members, Instant at);

    /** Applies now what {@link #applyAll} queued for a batch and is put off. */
    void bringForward(RequestId batch);

    /** Expires the request at the given time if nobody has decided it by then; a batch as well. */
    void expire(RequestId request, Instant at);

    /** Reminds approvers at the given time if nobody has decided by then. */
    void remind(RequestId request, Instant at);

    /** Ends what was wanted until then, and tells those concerned at some moments before. */
    void end(RequestId request, Instant at, List<Instant> reminders);

    /** Tells {@link RequestEvents} about the move that made this version of the request. */
    void announce(RequestId request, long version);
}

package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.Request;
import dev.linekeeper.core.enrolment.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * Work for later that survives a restart. What is put on the agenda within a transaction is there exactly when the
 * transaction is.
 */
public interface Agenda {
    /** Applies the request as soon as possible. */
    void apply(RequestId request);

    /** Expires the request at the given time if nobody has decided it by then. */
    void expire(RequestId request, Instant at);

    /** Reminds approvers at the given time if nobody has decided by then. */
    void remind(RequestId request, Instant at);

    /** Tells {@link RequestEvents} about a move. */
    void announce(Optional<Request> before, Request after);
}

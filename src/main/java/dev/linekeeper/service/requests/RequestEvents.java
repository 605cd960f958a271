package dev.linekeeper.service.requests;

import dev.linekeeper.core.enrolment.AwaitingDecision;
import dev.linekeeper.core.enrolment.Request;
import java.util.Optional;

/**
 * Told of everything that happens to requests, in the background, after it was stored. May be told twice after a crash,
 * so showing the same again must do no harm. What it throws is logged and changes nothing.
 */
public interface RequestEvents {
    /**
     * A request moved on.
     *
     * @param before as it was; empty when it is new
     * @param after as it is now, which may be further on than the move itself
     */
    void changed(Optional<Request> before, Request after);

    /** Nobody has decided yet and it is time to say so again. */
    void stillWaiting(AwaitingDecision request);
}

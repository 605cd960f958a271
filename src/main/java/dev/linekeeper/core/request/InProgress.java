package dev.linekeeper.core.request;

import java.time.Instant;

/** Approved and not over yet. */
public sealed interface InProgress extends Request permits Request.Approved, Request.Applying {
    /** When the last approval was given; the time an approval holds counts from here. */
    default Instant approvedAt() {
        return approvals().getLast().at();
    }
}

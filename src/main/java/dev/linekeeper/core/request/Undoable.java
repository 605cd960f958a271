package dev.linekeeper.core.request;

import java.time.Instant;

/** Applied, whole or in part, and so something that another request may take back. */
public sealed interface Undoable extends Request.Finished permits Request.PartlyApplied, Request.Completed {
    /** When applying came to its end; the time to undo counts from here. */
    Instant endedAt();

    default Request.Undone undone(RequestId by, Instant at) {
        return new Request.Undone(terms(), done(), by, at);
    }
}

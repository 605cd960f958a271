package dev.linekeeper.core.override;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;

/** Where an override stands. */
public sealed interface OverrideState {
    /** Approvers have not agreed yet. */
    record OverrideAsked() implements OverrideState {}

    /**
     * Two approvers have agreed.
     *
     * @param since when the second one did
     * @param reminded when those who answer for it were last reminded
     */
    record OverrideInForce(Instant since, Optional<Instant> reminded) implements OverrideState {}

    /**
     * It counts no more.
     *
     * @param by who ended it; empty where it ended by itself
     * @param why what they said; empty where nothing was
     */
    record OverrideOver(OverrideEnd how, Optional<UserId> by, String why, Instant at) implements OverrideState {}

    /** How an override ended. The names are stored: do not rename. */
    enum OverrideEnd {
        /** An approver refused it. */
        DENIED,
        /** Nobody decided in time. */
        LAPSED,
        /** Somebody closed it. */
        CLOSED,
        /** A fresh reading showed that the gap is gone. */
        MENDED,
        /** Its last day is over. */
        EXPIRED
    }
}

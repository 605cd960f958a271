package dev.linekeeper.core.request;

import dev.linekeeper.core.enrolment.StepName;
import java.time.Instant;

/**
 * The step at which applying stopped, and why.
 *
 * @param index the step that could not be done, from 0; those before it are done
 * @param detail what the backend or we found, for an admin
 * @param tries how often the step was tried
 */
public record StepStopped(int index, StepName name, StopReason why, String detail, int tries, Instant at) {
    public enum StopReason {
        /** The backend will not do it: trying again does not help until something is changed there. */
        REFUSED,
        /** Tried as often as allowed: the backend was busy or did not answer. */
        GAVE_UP,
        /** Written, but never seen when read back. */
        NOT_SEEN,
        /** Somebody else changed it to something neither before nor after. */
        STATE_MOVED,
        /** Linekeeper may not write at the moment (its mode). */
        MODE,
        /** Not stopped at all: the rest is being done by hand, and the steps before it were seen to be there. */
        BY_HAND
    }
}

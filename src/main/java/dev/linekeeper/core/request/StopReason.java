package dev.linekeeper.core.request;

/** Why applying stopped at a step. */
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
    /** The approval is older than an approval may be. */
    APPROVAL_OVER,
    /** Somebody who approved is no approver any more. */
    APPROVER_LEFT,
    /** What is left to do is not what was approved: the person, the tenant or the rules changed. */
    PLAN_CHANGED,
    /** A rule fails now that nothing of what is left would mend. */
    BLOCKED,
    /** Not stopped at all: the rest is being done by hand, and the steps before it were seen to be there. */
    BY_HAND
}

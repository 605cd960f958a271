package dev.linekeeper.core.enrolment;

/** What a plan is for. */
public enum Purpose {
    ENROL,
    /** From one Shared Calling policy to another. */
    MOVE,
    /** Out of Shared Calling. */
    REMOVE,
    /** Back to the state before another plan. */
    UNDO
}

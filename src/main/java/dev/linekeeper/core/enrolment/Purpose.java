package dev.linekeeper.core.enrolment;

/** The purpose of a plan. */
public enum Purpose {
    ENROL,
    /** From one Shared Calling policy to another. */
    MOVE,
    /** Out of Shared Calling. */
    REMOVE,
    /** Back to the state before another plan. */
    UNDO,
    /** Back to settings the person once had, whoever changed them. */
    RESTORE,
    /** To a number of their own, and so out of Shared Calling. */
    NUMBER,
    /** Without one of their own numbers, whatever else they call with. */
    RELEASE,
    /** A Shared Calling policy that is not there yet. */
    NEW_POLICY,
    /** What a Shared Calling policy says. */
    CHANGE_POLICY,
    /** A Shared Calling policy that nobody uses. */
    REMOVE_POLICY,
    /** What else stands behind people and fails a rule. */
    FIX,
    /** A Shared Calling policy for the direct members of a group. */
    GRANT_TO_GROUP,
    /** A group without the Shared Calling policy it has. */
    TAKE_FROM_GROUP
}

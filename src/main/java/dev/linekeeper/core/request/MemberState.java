package dev.linekeeper.core.request;

/** How far a member of a batch is. */
public enum MemberState {
    /** Nobody has decided, or what was decided is that nothing is done. */
    NOT_APPLIED,
    /** Approved, and not begun. */
    WAITING,
    UNDER_WAY,
    DONE,
    /** Stopped half-way. */
    STOPPED,
    /** When it was to be applied there was nothing to do, or no way to do it. */
    OVERTAKEN,
    /** A fresh look took it out of the batch. */
    LEFT,
    UNDONE
}

package dev.linekeeper.core.site;

/** How far a line of the preparation is, the gravest first. Scripts read the names. */
public enum LineState {
    NOT_DONE,
    /** Whether it is done could not be read. */
    UNREAD,
    /** Something before it is not done. */
    WAITS,
    /** No API tells it: somebody has to answer for it. */
    MANUAL,
    /** Done, and a rule warns. */
    WARNING,
    /** Somebody answers for it; it was not read. */
    ATTESTED,
    DONE,
    /** This kind of number does not need it. */
    NOT_NEEDED;

    /** Whether what comes after it can be done. */
    public boolean isSettled() {
        return compareTo(WAITS) > 0;
    }
}

package dev.linekeeper.core.watch;

/** What the directory says of a person that may not fit their calls any more. The names are stored: do not rename. */
public enum WatchCause {
    /** The account is disabled. */
    DISABLED,
    /** The account is deleted. */
    DELETED,
    /** The licence for calls was taken away. */
    UNLICENSED,
    /** The person works in another country. */
    COUNTRY,
    /** The person works in another department. */
    DEPARTMENT
}

package dev.linekeeper.service.watch;

/** What news of the watch is about. The names are stored: do not rename. */
public enum WatchTopic {
    DISABLED,
    DELETED,
    UNLICENSED,
    MOVED,
    /** Somebody who left is out of Shared Calling: the licence may go. */
    RELEASED
}

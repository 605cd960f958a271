package dev.linekeeper.core.request;

/** What an approved request met when it was to be applied: nothing left to do, or no way to do it any more. */
public enum Obstacle {
    NOTHING_LEFT,
    BLOCKED,
    /** Its last day is over. */
    ENDED
}

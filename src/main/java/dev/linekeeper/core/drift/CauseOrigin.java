package dev.linekeeper.core.drift;

/** How a setting came to be another, as far as two readings tell. The names are stored: do not rename. */
public enum CauseOrigin {
    /** It is no policy, and readings tell no more than that it changed. */
    CHANGED,
    DIRECT_GIVEN,
    DIRECT_GONE,
    /** A group's grant does not reach them any more, and it was not read whether that changed or they left the group. */
    GROUP_GONE,
    /** A group's grant does not reach them any more, and they are in the group. */
    GROUP_CHANGED,
    GROUP_LEFT,
    /** They have it by a group, and had it for everybody before. */
    GROUP_GIVES,
    DEFAULT
}

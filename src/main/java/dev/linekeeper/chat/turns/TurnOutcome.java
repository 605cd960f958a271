package dev.linekeeper.chat.turns;

import java.util.Locale;

/** What came of a turn, the worst last. */
public enum TurnOutcome {
    ANSWERED,
    NOT_UNDERSTOOD,
    NOT_ALLOWED,
    /** The tenant, or who may do what, could not be read or changed. */
    TENANT_FAILED,
    /** Something unforeseen: a fault of ours. */
    FAILED;

    /** As metrics write it: {@code not-allowed}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.linekeeper.core.bulk;

import java.util.Comparator;
import java.util.List;

/** What asking for the change would come to for one row. The names are part of what {@code enrol --format json} prints. */
public enum RowOutcome {
    /** There is a plan that can be asked for as it is. */
    READY,
    /** There is a plan once the requester agrees to more: to move somebody from another policy, or to give back an own number. */
    FIXABLE,
    /** The person is already as the change would leave them. */
    THERE,
    /** A rule fails, or something could not be read; the reason says whose job it is. */
    BLOCKED,
    /** The directory knows nobody of that name. */
    NOT_FOUND,
    /** Several people fit; nobody is chosen. */
    AMBIGUOUS,
    /** An earlier row names the same person. */
    DUPLICATE,
    /** The row itself is not taken: empty, a formula, too long, or somebody the requester may not ask for. */
    REFUSED;

    /** Those somebody has to do something about first. */
    public static final Comparator<RowOutcome> WORST_FIRST = Comparator.comparingInt(
            List.of(REFUSED, NOT_FOUND, AMBIGUOUS, BLOCKED, FIXABLE, DUPLICATE, THERE, READY)::indexOf);

    /** Whether somebody has to do something about it before the person can be asked for. */
    public boolean isTrouble() {
        return this != READY && this != THERE && this != DUPLICATE;
    }
}

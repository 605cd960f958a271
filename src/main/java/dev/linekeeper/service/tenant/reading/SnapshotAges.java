package dev.linekeeper.service.tenant.reading;

import java.time.Duration;

/**
 * The ages that the snapshot of a tenant may reach.
 *
 * @param refresh after this it is read again, while readers are still shown what there is
 * @param limit after this a part is missing rather than shown: nobody should trust it any more
 * @param fresh for decisions and changes: what was read longer ago is read again first
 * @param person for how long the reading of a person serves looking; zero when each question reads them anew
 */
public record SnapshotAges(Duration refresh, Duration limit, Duration fresh, Duration person) {
    public SnapshotAges {
        if (limit.compareTo(refresh) < 0) {
            throw new IllegalArgumentException(
                    "The limit of a snapshot's age (%s) is shorter than its refresh (%s)".formatted(limit, refresh));
        }
    }

    /** The same where people are read anew for each question. */
    public SnapshotAges(Duration refresh, Duration limit, Duration fresh) {
        this(refresh, limit, fresh, Duration.ZERO);
    }

    /** Nothing older than {@code age} is shown, and decisions read everything again. */
    public static SnapshotAges strict(Duration age) {
        return new SnapshotAges(age, age, Duration.ZERO);
    }
}

package dev.linekeeper.service.drift;

/** What became of something somebody wanted done about a drift. */
public sealed interface DriftMove {
    record DriftMoved(StoredDrift now) implements DriftMove {}

    record NoSuchDrift() implements DriftMove {}

    /** It stands elsewhere by now, or more people came to it than were shown. */
    record DriftMovedOn(StoredDrift now) implements DriftMove {}
}

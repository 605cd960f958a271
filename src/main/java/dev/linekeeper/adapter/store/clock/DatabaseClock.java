package dev.linekeeper.adapter.store.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clock, or the database's where that one says another time: replicas take each other's jobs for dead, and their
 * calls for made, by times in one database. Until it is compared for the first time it is the machine's. Thread-safe.
 */
public final class DatabaseClock extends Clock {
    /** Differences below are as they are between machines whose clocks are kept. */
    static final Duration AGREES = Duration.ofSeconds(2);

    private final Clock machine;
    private final LongSupplier nanos;
    private volatile @Nullable Reading other;

    /** What the database said, and when by the time that nobody sets. */
    private record Reading(Instant time, long nanos) {}

    public DatabaseClock(Clock machine) {
        this(machine, System::nanoTime);
    }

    DatabaseClock(Clock machine, LongSupplier nanos) {
        this.machine = machine;
        this.nanos = nanos;
    }

    /** How far the machine's clock is ahead of the database's, which says {@code theirs} just now; takes the latter where they do not agree. */
    Duration compare(Instant theirs) {
        Duration ahead = Duration.between(theirs, machine.instant());
        other = ahead.abs().compareTo(AGREES) > 0 ? new Reading(theirs, nanos.getAsLong()) : null;
        return ahead;
    }

    @Override
    public Instant instant() {
        Reading theirs = other;
        return theirs == null ? machine.instant() : theirs.time().plusNanos(nanos.getAsLong() - theirs.nanos());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone())
                ? this
                : Clock.offset(machine.withZone(zone), Duration.between(machine.instant(), instant()));
    }
}

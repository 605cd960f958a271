package dev.linekeeper.adapter.store.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
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

    /**
     * Takes the database's time where the machine's does not agree; how far the machine is ahead then.
     *
     * @param took how long the answer was under way at most, by which it may be old
     */
    Optional<Duration> compare(Instant theirs, Duration took) {
        Duration ahead = Duration.between(theirs, machine.instant());
        boolean agrees = ahead.compareTo(AGREES.negated()) >= 0 && ahead.compareTo(AGREES.plus(took)) <= 0;
        other = agrees ? null : new Reading(theirs, nanos.getAsLong());
        return Optional.of(ahead).filter(_ -> !agrees);
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

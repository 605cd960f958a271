package dev.linekeeper.core.drift;

import dev.linekeeper.core.drift.DriftState.DriftAccepted;
import dev.linekeeper.core.drift.DriftState.DriftOpen;
import dev.linekeeper.core.drift.DriftState.PutBackReady;
import dev.linekeeper.core.request.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * A finding: what changed without us for some people, all by the same cause.
 *
 * @param groupName the name of the group of the cause; empty where there is none or it was not read
 * @param after when it was read last as it had been of any of them, the earliest
 * @param seen when anybody was first read as they are now
 * @param until when the last of them was first read so
 */
public record DriftFinding(
        RequestId id,
        DriftCause cause,
        Optional<String> groupName,
        Instant after,
        Instant seen,
        Instant until,
        Instant found,
        DriftState state) {

    /** A new one of one person. */
    public static DriftFinding of(RequestId id, PersonDrift first, Optional<String> groupName, Instant now) {
        return new DriftFinding(
                id, first.cause(), groupName, first.before(), first.since(), first.since(), now, new DriftOpen());
    }

    /**
     * Whether it may be the same event: the same cause, and not read as it had been after anybody was read as they are now.
     * One that is being put back takes nobody on, as it has been shown who is in it.
     */
    public boolean takes(PersonDrift other) {
        return other.cause().key().equals(cause.key())
                && other.before().isBefore(seen)
                && (state instanceof DriftOpen || state instanceof DriftAccepted || state instanceof PutBackReady);
    }

    /** The same with one more; who can be put back has to be looked at again. */
    public DriftFinding with(PersonDrift other) {
        return new DriftFinding(
                id,
                cause,
                groupName,
                earlier(after, other.before()),
                earlier(seen, other.since()),
                until.isAfter(other.since()) ? until : other.since(),
                found,
                state instanceof PutBackReady ? new DriftOpen() : state);
    }

    public DriftFinding with(DriftState next) {
        return new DriftFinding(id, cause, groupName, after, seen, until, found, next);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}

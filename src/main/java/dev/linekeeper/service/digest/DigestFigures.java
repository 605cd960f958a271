package dev.linekeeper.service.digest;

import dev.linekeeper.core.request.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * How things are, in numbers alone.
 *
 * @param day the day it is the digest of
 * @param ready people under Shared Calling whom no rule stops
 * @param broken people under Shared Calling whom some rule stops
 * @param unknown people of whom that, or whether they are under Shared Calling, could not be read
 * @param withoutAccount people with a policy of its own name that has no resource account: they are not under Shared Calling, and counted
 *     neither way
 * @param rules how many of the broken each rule stops, by its id
 * @param waiting requests nobody has decided yet
 * @param oldest of these
 * @param drift changes made without us that nobody has settled; empty where that is not looked for
 */
public record DigestFigures(
        LocalDate day,
        Instant taken,
        int ready,
        int broken,
        int unknown,
        int withoutAccount,
        Map<String, Integer> rules,
        int waiting,
        Optional<WaitingRequest> oldest,
        OptionalInt drift) {
    /** A request and since when it waits. */
    public record WaitingRequest(RequestId id, Instant since) {}

    public DigestFigures {
        rules = Map.copyOf(new TreeMap<>(rules));
    }
}

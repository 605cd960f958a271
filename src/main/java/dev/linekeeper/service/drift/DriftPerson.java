package dev.linekeeper.service.drift;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the people of a drift.
 *
 * @param before when it was read last as it had been
 * @param was what it had been, and nothing else
 * @param changes what changed, in words
 * @param back whether it is so again
 * @param cannot why they cannot be put back, as it was judged last
 */
public record DriftPerson(
        UserId person,
        Instant before,
        PersonSettings was,
        List<Explanation> changes,
        boolean back,
        Optional<Explanation> cannot) {
    public DriftPerson {
        changes = List.copyOf(changes);
    }

    /** The same with what followed later. */
    public DriftPerson with(DriftPerson later) {
        var all = Stream.concat(changes.stream(), later.changes.stream()).toList();
        return new DriftPerson(person, before, later.was.with(was), all, false, Optional.empty());
    }
}

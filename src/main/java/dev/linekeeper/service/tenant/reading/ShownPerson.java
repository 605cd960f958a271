package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.person.Person;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody for looking at, never for deciding.
 *
 * @param asOf when they were read; empty when that was at the moment they were asked for
 */
public record ShownPerson(Person person, Optional<Instant> asOf) {
    /** When the older of two readings was made: the person's, and another that is shown beside it. */
    public Instant oldest(Instant other) {
        return asOf.filter(other::isAfter).orElse(other);
    }
}

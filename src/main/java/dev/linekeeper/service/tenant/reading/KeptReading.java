package dev.linekeeper.service.tenant.reading;

import dev.linekeeper.core.tenant.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody as they were read.
 *
 * @param began before anything was asked of the tenant
 * @param isWhole whether everything was read, or only what is in effect for their calls
 */
record KeptReading(Person person, Instant began, boolean isWhole) {
    /** A reading that is no older was made while somebody asked. */
    private static final Duration THIS_MOMENT = Duration.ofSeconds(1);

    /** For whoever asked then. */
    ShownPerson shown(Instant asked) {
        return new ShownPerson(person, Optional.of(began).filter(asked.minus(THIS_MOMENT)::isAfter));
    }
}

package dev.linekeeper.core.history;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Settings of a person that readings found, the same each time.
 *
 * @param number 1 for the oldest there ever was of the person
 * @param since when they were read first
 * @param until when they were read last; what was so after that, until the next version was read, nobody knows
 * @param request the request of Linekeeper that made them; empty when they were only found
 */
public record SettingsVersion(
        UserId person, int number, PersonSettings settings, Instant since, Instant until, Optional<RequestId> request) {

    /** The first of a person, found by one reading. */
    public static SettingsVersion first(UserId person, PersonSettings settings, Instant at) {
        return new SettingsVersion(person, 1, settings, at, at, Optional.empty());
    }

    /** This and the one after it, which found more and nothing different, as one. */
    SettingsVersion with(SettingsVersion later) {
        return new SettingsVersion(person, later.number, settings.with(later.settings), since, later.until, request);
    }

    /** The one after this, from one reading. */
    public SettingsVersion next(PersonSettings other, Instant at, Optional<RequestId> by) {
        return new SettingsVersion(person, number + 1, other, at, at, by);
    }
}

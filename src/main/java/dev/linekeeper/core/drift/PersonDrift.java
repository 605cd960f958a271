package dev.linekeeper.core.drift;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.SettingChange;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Something that changed for one person without us, between two readings.
 *
 * @param before when it was read last as it had been
 * @param since when it was first read as it is now
 * @param was what it had been, and what else followed; nothing else
 * @param changes the one that is the cause first, unless it was seen before those that follow
 */
public record PersonDrift(
        UserId person,
        DriftCause cause,
        Instant before,
        Instant since,
        PersonSettings was,
        List<SettingChange> changes) {
    public PersonDrift {
        changes = List.copyOf(changes);
    }

    /** The same of a cause that is known better. */
    public PersonDrift with(DriftCause known) {
        return new PersonDrift(person, known, before, since, was, changes);
    }
}

package dev.linekeeper.service.history;

import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of what people's settings were. It keeps at most so many versions of a person, the newest ones. */
public interface SettingsHistory {
    /** The versions of a person, oldest first. */
    List<SettingsVersion> of(UserId person);

    Optional<SettingsVersion> latest(UserId person);

    /** Stores a version; false where its number is taken, as by another replica, and nothing was stored. */
    boolean add(SettingsVersion version);

    /** Notes that a version was read again. */
    void seenAgain(SettingsVersion version, Instant at);
}

package dev.linekeeper.service.history;

import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of what people's settings were. It keeps at most so many versions of a person, the newest ones. */
public interface SettingsHistory {
    /** The versions of a person, oldest first. */
    List<SettingsVersion> of(UserId person);

    /** The same of many; somebody of whom nothing is kept is no key. */
    default Map<UserId, List<SettingsVersion>> of(Set<UserId> people) {
        var all = new HashMap<UserId, List<SettingsVersion>>();
        people.forEach(person -> all.put(person, of(person)));
        all.values().removeIf(List::isEmpty);
        return all;
    }

    Optional<SettingsVersion> latest(UserId person);

    /** Stores a version; false where its number is taken, as by another replica, and nothing was stored. */
    boolean add(SettingsVersion version);

    /** Notes that a version was read again. */
    void seenAgain(SettingsVersion version, Instant at);
}

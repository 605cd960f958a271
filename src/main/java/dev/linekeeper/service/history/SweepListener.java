package dev.linekeeper.service.history;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.Sighting;
import java.time.Instant;
import java.util.Set;

/** Hears of everybody whom a sweep finds, whether or not their settings were read. */
public interface SweepListener {
    void saw(Sighting person);

    /**
     * The sweep came to its end.
     *
     * @param everybody all who were in the directory when it began
     */
    void sawAll(Set<UserId> everybody, Instant began);
}

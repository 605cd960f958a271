package dev.linekeeper.core.watch;

import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;

/**
 * What is known of a person under Shared Calling.
 *
 * @param seen when the newest reading of them began
 */
public record WatchedPerson(UserId person, String name, Standing standing, Instant seen) {
    public static WatchedPerson of(Sighting first) {
        return new WatchedPerson(first.person(), first.name(), first.standing(), first.at());
    }

    /** As a later reading leaves them. */
    public WatchedPerson with(Sighting later) {
        return new WatchedPerson(person, later.name(), standing.with(later.standing()), later.at());
    }
}

package dev.linekeeper.service.people;

import java.time.Duration;

/** Where the groups of roles come from. Thread-safe. */
@FunctionalInterface
public interface RoleGroupSource {
    /** The groups as they were at most so long ago; where that is zero, as they are now. */
    RoleGroups within(Duration maxAge);
}

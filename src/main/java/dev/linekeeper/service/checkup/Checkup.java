package dev.linekeeper.service.checkup;

import java.util.List;

/** What one room can say about its own set-up. Looks now, changes nothing, and never says more than it saw. */
@FunctionalInterface
public interface Checkup {
    List<Check> checks();
}

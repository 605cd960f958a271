package dev.linekeeper.service.history;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes down of whom a sweep told. */
public final class SweepHeard implements SweepListener {
    final List<Sighting> seen = new ArrayList<>();
    final Set<UserId> all = new HashSet<>();

    @Override
    public void saw(Sighting person) {
        seen.add(person);
    }

    @Override
    public void sawAll(Set<UserId> everybody, Instant began) {
        all.addAll(everybody);
    }
}

package dev.linekeeper.core.history;

import dev.linekeeper.core.tenant.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was different in a version of somebody's settings from what was known before.
 *
 * @param before when the version before it was seen last; empty for the first one
 * @param changes in words; empty for the first one
 */
public record TimelineEntry(SettingsVersion version, Optional<Instant> before, List<Explanation> changes) {
    public TimelineEntry {
        changes = List.copyOf(changes);
    }

    /** The versions in their order; those in which only more was read than before are one with the one before. */
    public static List<TimelineEntry> of(List<SettingsVersion> versions) {
        var entries = new ArrayList<TimelineEntry>();
        var known = new KnownSettings();
        var before = Optional.<Instant>empty();
        for (var version : versions) {
            var changes = known.take(version).stream().map(SettingChange::said).toList();
            if (entries.isEmpty() || !changes.isEmpty()) {
                entries.add(new TimelineEntry(version, before, changes));
            } else {
                var last = entries.removeLast();
                entries.add(new TimelineEntry(last.version().with(version), last.before(), last.changes()));
            }
            before = Optional.of(version.until());
        }
        return entries;
    }
}

package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.Sighting;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads who came to a group. */
public record GroupNewcomers(
        Directory directory, TenantReader tenantReader, BulkPersonReader reader, SettingsHistory history) {
    /**
     * Those who could be read.
     *
     * @param known have Shared Calling already, or had the group's policy since it was enrolled and lost it
     * @param told have nothing yet
     */
    record Found(Set<UserId> known, Set<UserId> told) {}

    Found among(Set<UserId> people, WatchedGroup group) {
        var found = new Found(new HashSet<>(), new HashSet<>());
        if (people.isEmpty()) {
            return found;
        }
        var entries = directory.findMany(people);
        var tenant = tenantReader.tenant().tenant();
        reader.readAll(
                each -> people.forEach(who -> Optional.ofNullable(entries.get(who))
                        .or(() -> directory.find(who))
                        .ifPresent(each)),
                person -> Sighting.of(person.entry(), person.voice().known(), tenant, Instant.EPOCH)
                        .shared()
                        .ifPresent(shared ->
                                (shared || had(person.id(), group) ? found.known() : found.told()).add(person.id())));
        return found;
    }

    private boolean had(UserId person, WatchedGroup group) {
        return history.of(person).stream()
                .anyMatch(version -> version.until().isAfter(group.since()) && GroupLook.isUnder(version, group));
    }
}

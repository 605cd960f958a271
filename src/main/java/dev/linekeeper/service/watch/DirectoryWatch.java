package dev.linekeeper.service.watch;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.core.tenant.person.Person;
import dev.linekeeper.core.watch.Sighting;
import dev.linekeeper.service.history.HistoryRecorder;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again whom the directory names as changed, records what was found and notes what came about. Where the directory does
 * not know any more whom it named, everybody is read. It goes on from where it was only after all of that.
 *
 * @param changing whose settings are being changed now: what that comes to is recorded with their request
 * @param sweep reads everybody
 */
public record DirectoryWatch(
        DirectoryChanges changes,
        WatchStore store,
        PeopleWatch people,
        LeaverRequests requests,
        TenantReader tenantReader,
        Directory directory,
        BulkPersonReader reader,
        SettingsHistory history,
        Predicate<UserId> changing,
        Runnable sweep,
        Clock clock) {
    private static final Logger log = LoggerFactory.getLogger(DirectoryWatch.class);

    /**
     * Makes one round, while questions go first.
     *
     * @throws BackendFailure when the directory cannot be read; the next round begins where this one did
     */
    public void run() {
        CallLane.BULK.run(this::round);
    }

    private void round() {
        var round = changes.since(store.link());
        if (round.anew()) {
            sweep.run();
        } else {
            readAgain(round.people());
        }
        store.keepLink(round.link());
        requests.settle();
    }

    /** Whom no reading of everybody has found yet, such as guests, is left to the next one. */
    private void readAgain(Set<UserId> changed) {
        Instant began = clock.instant();
        Set<UserId> known = changed.stream()
                .filter(person ->
                        store.find(person).isPresent() || history.latest(person).isPresent())
                .collect(Collectors.toSet());
        if (known.isEmpty()) {
            return;
        }
        Tenant tenant = tenantReader.tenant().tenant();
        reader.readAll(each -> entries(known, began, each), person -> noted(person, tenant, began));
        log.info("action=watch changed={} read={}", changed.size(), known.size());
    }

    private void entries(Set<UserId> wanted, Instant began, Consumer<DirectoryEntry> each) {
        var found = directory.findMany(wanted);
        for (UserId person : wanted) {
            Optional.ofNullable(found.get(person))
                    .or(() -> directory.find(person))
                    .ifPresentOrElse(each, () -> people.missed(person, began));
        }
    }

    private void noted(Person person, Tenant tenant, Instant began) {
        var voice = person.voice().known();
        if (!changing.test(person.id())) {
            voice.ifPresent(user -> new HistoryRecorder(history)
                    .seen(person.id(), PersonSettings.of(person.entry()).with(user, tenant), clock.instant()));
        }
        people.saw(Sighting.of(person.entry(), voice, tenant, began));
    }
}

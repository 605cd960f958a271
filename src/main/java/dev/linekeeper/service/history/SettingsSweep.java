package dev.linekeeper.service.history;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.core.watch.Sighting;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings of everybody and records them, while questions go first: from the list of everybody, and one by one whom it
 * leaves out. Whoever is being changed is left out: what it comes to is recorded with the request.
 */
public final class SettingsSweep {
    private static final Logger log = LoggerFactory.getLogger(SettingsSweep.class);

    private final TenantReader tenantReader;
    private final Directory directory;
    private final VoiceUsers voiceUsers;
    private final BulkPersonReader oneByOne;
    private final HistoryRecorder recorder;
    private final SweepListener listener;
    private final Predicate<UserId> changing;
    private final Clock clock;

    public SettingsSweep(
            TenantReader tenantReader,
            Directory directory,
            VoiceUsers voiceUsers,
            BulkPersonReader oneByOne,
            HistoryRecorder recorder,
            SweepListener listener,
            Predicate<UserId> changing,
            Clock clock) {
        this.tenantReader = tenantReader;
        this.directory = directory;
        this.voiceUsers = voiceUsers;
        this.oneByOne = oneByOne;
        this.recorder = recorder;
        this.listener = listener;
        this.changing = changing;
        this.clock = clock;
    }

    /**
     * Reads everybody once.
     *
     * @throws BackendFailure when the directory cannot be read
     */
    public void run() {
        CallLane.BULK.run(this::readAll);
    }

    /** What the directory says of a person. */
    private record Entry(PersonSettings settings, Sighting sighting) {}

    private void readAll() {
        Tenant tenant = tenantReader.tenant().tenant();
        Instant began = clock.instant();
        Map<UserId, Entry> left = new HashMap<>();
        directory.forEach(entry -> left.put(
                entry.id(), new Entry(PersonSettings.of(entry), Sighting.of(entry, Optional.empty(), tenant, began))));
        Set<UserId> everybody = Set.copyOf(left.keySet());
        try {
            voiceUsers.forEach((person, user) -> {
                Entry entry = left.remove(person);
                if (entry != null) {
                    record(entry, user, tenant);
                }
            });
        } catch (BackendFailure noList) {
            log.info("action=sweep list=none reason=\"{}\"", noList.getMessage());
        }
        int alone = left.size();
        oneByOne.readAll(
                each -> directory.forEach(entry -> {
                    if (left.containsKey(entry.id())) {
                        each.accept(entry);
                    }
                }),
                person -> {
                    var sighting = Sighting.of(person.entry(), Optional.empty(), tenant, began);
                    person.voice()
                            .known()
                            .ifPresentOrElse(
                                    user -> record(
                                            new Entry(PersonSettings.of(person.entry()), sighting), user, tenant),
                                    () -> listener.saw(sighting));
                });
        log.info("action=sweep people={} alone={}", everybody.size(), alone);
        listener.sawAll(everybody, began);
    }

    private void record(Entry entry, VoiceUser user, Tenant tenant) {
        UserId person = entry.sighting().person();
        if (!changing.test(person)) {
            recorder.seen(person, entry.settings().with(user, tenant), clock.instant());
        }
        listener.saw(entry.sighting().with(user, tenant));
    }
}

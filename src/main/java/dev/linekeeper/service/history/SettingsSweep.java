package dev.linekeeper.service.history;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.tenant.Tenant;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.VoiceUser;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.VoiceUsers;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.service.tenant.reading.BulkPersonReader;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
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
    private final Predicate<UserId> changing;
    private final Clock clock;

    public SettingsSweep(
            TenantReader tenantReader,
            Directory directory,
            VoiceUsers voiceUsers,
            BulkPersonReader oneByOne,
            HistoryRecorder recorder,
            Predicate<UserId> changing,
            Clock clock) {
        this.tenantReader = tenantReader;
        this.directory = directory;
        this.voiceUsers = voiceUsers;
        this.oneByOne = oneByOne;
        this.recorder = recorder;
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

    private void readAll() {
        Tenant tenant = tenantReader.tenant().tenant();
        Map<UserId, PersonSettings> left = new HashMap<>();
        directory.forEach(entry -> left.put(entry.id(), PersonSettings.of(entry)));
        int all = left.size();
        try {
            voiceUsers.forEach((person, user) -> {
                PersonSettings entry = left.remove(person);
                if (entry != null) {
                    record(person, entry, user, tenant);
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
                person -> person.voice()
                        .known()
                        .ifPresent(user -> record(person.id(), PersonSettings.of(person.entry()), user, tenant)));
        log.info("action=sweep people={} alone={}", all, alone);
    }

    private void record(UserId person, PersonSettings entry, VoiceUser user, Tenant tenant) {
        if (!changing.test(person)) {
            recorder.seen(person, entry.with(user, tenant), clock.instant());
        }
    }
}

package dev.linekeeper.service.history;

import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A history of settings without a database. */
public final class HistoryInMemory implements SettingsHistory {
    private final ConcurrentMap<UserId, ConcurrentSkipListMap<Integer, SettingsVersion>> versions =
            new ConcurrentHashMap<>();

    @Override
    public List<SettingsVersion> of(UserId person) {
        return List.copyOf(new TreeMap<>(versions.getOrDefault(person, new ConcurrentSkipListMap<>())).values());
    }

    @Override
    public Optional<SettingsVersion> latest(UserId person) {
        return of(person).stream().reduce((_, newer) -> newer);
    }

    @Override
    public boolean add(SettingsVersion version) {
        return versions.computeIfAbsent(version.person(), _ -> new ConcurrentSkipListMap<>())
                        .putIfAbsent(version.number(), version)
                == null;
    }

    @Override
    public void seenAgain(SettingsVersion version, Instant at) {
        versions.get(version.person())
                .computeIfPresent(
                        version.number(),
                        (_, it) -> new SettingsVersion(
                                it.person(), it.number(), it.settings(), it.since(), at, it.request()));
    }
}

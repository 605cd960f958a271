package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.DriftFinding;
import dev.linekeeper.core.drift.PersonDrift;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what was found of people together by cause, with what is stored. Within one transaction. */
final class DriftGathering {
    /** In which people come to a drift, so that it does not matter in which they were read. */
    static final Comparator<PersonDrift> ORDER = Comparator.comparing(PersonDrift::since)
            .thenComparing(drift -> drift.person().value())
            .thenComparing(drift -> drift.cause().key());

    private final DriftStore store;
    private final GroupFacts groups;
    private final Instant now;
    private final Map<String, List<Gathered>> byCause = new HashMap<>();

    /** A drift and who comes to it. */
    private static final class Gathered {
        private final StoredDrift stored;
        private final Map<UserId, DriftPerson> people = new LinkedHashMap<>();
        private DriftFinding drift;

        Gathered(StoredDrift stored) {
            this.stored = stored;
            this.drift = stored.drift();
        }
    }

    DriftGathering(DriftStore store, GroupFacts groups, Instant now) {
        this.store = store;
        this.groups = groups;
        this.now = now;
    }

    /** Adds what was found, in its {@link #ORDER}. */
    void add(List<PersonDrift> found) {
        for (PersonDrift one : found) {
            Gathered to = gathered(one);
            to.drift = to.drift.with(one);
            to.people.merge(one.person(), person(one), DriftPerson::with);
        }
        byCause.values()
                .forEach(all -> all.stream()
                        .filter(gathered -> !gathered.people.isEmpty())
                        .forEach(this::write));
    }

    private Gathered gathered(PersonDrift one) {
        var all = byCause.computeIfAbsent(
                one.cause().key(),
                cause -> new ArrayList<>(
                        store.ofCause(cause).stream().map(Gathered::new).toList()));
        return all.stream()
                .filter(gathered -> gathered.drift.takes(one))
                .findFirst()
                .orElseGet(() -> {
                    var fresh = new Gathered(store.add(
                            id -> DriftFinding.of(id, one, one.cause().group().flatMap(groups::name), now), now));
                    all.addFirst(fresh);
                    return fresh;
                });
    }

    private DriftPerson person(PersonDrift one) {
        return new DriftPerson(
                one.person(),
                one.before(),
                one.was(),
                one.changes().stream().map(change -> change.said(this::name)).toList(),
                false,
                Optional.empty());
    }

    private String name(GroupId group) {
        return groups.name(group).orElseGet(group::value);
    }

    private void write(Gathered gathered) {
        var id = gathered.drift.id();
        store.people(id, gathered.people.keySet())
                .forEach((person, there) -> gathered.people.computeIfPresent(person, (_, more) -> there.with(more)));
        store.put(id, List.copyOf(gathered.people.values()));
        if (store.replace(gathered.stored, gathered.drift, now).isEmpty()) {
            throw new IllegalStateException("%s moved on while people came to it".formatted(id));
        }
    }

    /** The drifts that somebody came to. */
    List<RequestId> stored() {
        return byCause.values().stream()
                .flatMap(List::stream)
                .filter(gathered -> !gathered.people.isEmpty())
                .map(gathered -> gathered.drift.id())
                .toList();
    }
}

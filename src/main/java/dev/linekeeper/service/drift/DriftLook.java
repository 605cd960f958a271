package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.DriftReader;
import dev.linekeeper.core.drift.PersonDrift;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.Directory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what changed without us in the versions of people's settings that nobody has looked at, some at a time, whoever
 * recorded them. Whoever is being changed by a request is looked at later.
 */
public final class DriftLook {
    private static final Logger log = LoggerFactory.getLogger(DriftLook.class);
    private static final int AT_ONCE = 200;

    private final DriftStore store;
    private final SettingsHistory history;
    private final Directory directory;
    private final DriftNews news;
    private final PutBackEnds ends;
    private final Predicate<UserId> changing;
    private final Transactions transactions;
    private final Clock clock;

    public DriftLook(
            DriftStore store,
            SettingsHistory history,
            Directory directory,
            DriftNews news,
            PutBackEnds ends,
            Predicate<UserId> changing,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.history = history;
        this.directory = directory;
        this.news = news;
        this.ends = ends;
        this.changing = changing;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Somebody else looked at the same versions. */
    private static final class LookedAtTwice extends RuntimeException {
        private static final long serialVersionUID = 1;

        LookedAtTwice() {
            super("The versions were looked at meanwhile", null, false, false);
        }
    }

    /** Looks at all there is to look at, and tells of what it found. Cut off, it goes on where it was. */
    public void run() {
        var groups = new GroupFacts(directory);
        var busy = new HashMap<UserId, Boolean>();
        Optional<NewVersion> last = Optional.empty();
        int looked = 0;
        try {
            for (var some = store.newVersions(last, AT_ONCE);
                    !some.isEmpty();
                    some = store.newVersions(last, AT_ONCE)) {
                last = Optional.of(some.getLast());
                var free = some.stream()
                        .filter(version -> !busy.computeIfAbsent(version.person(), changing::test))
                        .toList();
                look(free, groups);
                looked += free.size();
            }
        } catch (LookedAtTwice elsewhere) {
            return;
        }
        ends.run();
        news.tell();
        if (looked > 0) {
            log.info("action=look-at-drift versions={}", looked);
        }
    }

    private void look(List<NewVersion> some, GroupFacts groups) {
        Map<UserId, Set<Integer>> numbers = some.stream()
                .collect(Collectors.groupingBy(
                        NewVersion::person, Collectors.mapping(NewVersion::number, Collectors.toSet())));
        Map<UserId, List<SettingsVersion>> versions = history.of(numbers.keySet());
        var readers = new HashMap<UserId, DriftReader>();
        numbers.forEach((person, fresh) -> readers.put(
                person,
                new DriftReader(
                        versions.getOrDefault(person, List.of()), version -> fresh.contains(version.number()))));
        List<PersonDrift> found = readers.values().stream()
                .flatMap(reader -> reader.found().stream())
                .map(groups::resolved)
                .sorted(DriftGathering.ORDER)
                .toList();
        transactions.run(() -> {
            if (!store.looked(some)) {
                throw new LookedAtTwice();
            }
            var findings = new DriftGathering(store, groups, clock.instant());
            findings.add(found);
            var moved = new ArrayList<>(findings.stored());
            moved.addAll(ends.noteBack(readers));
            moved.stream().distinct().forEach(news::changed);
            return moved.size();
        });
    }
}

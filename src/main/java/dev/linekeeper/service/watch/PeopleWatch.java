package dev.linekeeper.service.watch;

import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.Sighting;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedPerson;
import dev.linekeeper.service.history.SweepListener;
import dev.linekeeper.service.requests.Transactions;
import dev.linekeeper.service.tenant.Directory;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what is read of people under Shared Calling with what was known of them, whoever read it, and notes what came
 * about. Whoever is seen for the first time is only noted: what was so before, nobody knows.
 */
public record PeopleWatch(WatchStore store, Directory directory, LeaverRequests requests, Transactions transactions)
        implements SweepListener {
    @Override
    public void saw(Sighting now) {
        Optional<WatchedPerson> before = store.find(now.person());
        if (before.isEmpty()) {
            if (now.shared().orElse(false)) {
                store.put(before, WatchedPerson.of(now));
            }
        } else if (now.at().isAfter(before.get().seen())) {
            note(before.get(), now);
        }
    }

    private void note(WatchedPerson before, Sighting now) {
        transactions.run(() -> {
            WatchedPerson after = before.with(now);
            if (!store.put(Optional.of(before), after)) {
                return false;
            }
            var changes = new EnumMap<WatchCause, String>(WatchCause.class);
            changes.putAll(before.standing().changesTo(now.standing()));
            List<WatchFinding> earlier = store.findings(now.person());
            for (WatchFinding finding : earlier) {
                if (after.standing().ends(finding.cause(), finding.before())) {
                    end(finding);
                    changes.remove(finding.cause());
                } else if (changes.containsKey(finding.cause())) {
                    end(finding);
                }
            }
            if (!after.standing().enabled().orElse(true)) {
                changes.keySet().retainAll(Set.of(WatchCause.DISABLED));
            }
            changes.forEach((cause, was) -> store.add(finding(now, cause, was)));
            if (!now.shared().orElse(true)
                    && changes.isEmpty()
                    && earlier.stream().allMatch(WatchFinding::told)) {
                store.forget(now.person());
            }
            return true;
        });
    }

    private void end(WatchFinding finding) {
        store.end(finding.person(), finding.cause());
        finding.request().ifPresent(requests::withdraw);
    }

    private static WatchFinding finding(Sighting now, WatchCause cause, String before) {
        return new WatchFinding(now.person(), now.name(), cause, before, now.at(), false, Optional.empty());
    }

    /** Notes that somebody is not in the directory any more, if that is so. */
    public void missed(UserId person, Instant at) {
        Optional<WatchedPerson> before = store.find(person)
                .filter(known -> at.isAfter(known.seen()))
                .filter(known -> directory.find(person).isEmpty());
        before.ifPresent(known -> transactions.run(() -> {
            var now = new Sighting(person, known.name(), known.standing(), Optional.empty(), at);
            boolean noted = store.put(before, known.with(now));
            if (noted) {
                store.findings(person).stream()
                        .filter(finding -> finding.cause() != WatchCause.DELETED)
                        .forEach(this::end);
                store.add(finding(now, WatchCause.DELETED, ""));
            }
            return noted;
        }));
    }

    @Override
    public void sawAll(Set<UserId> everybody, Instant at) {
        store.everybody().stream().filter(person -> !everybody.contains(person)).forEach(person -> missed(person, at));
        requests.settle();
    }
}

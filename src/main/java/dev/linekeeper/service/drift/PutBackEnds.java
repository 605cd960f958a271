package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.DriftFinding;
import dev.linekeeper.core.drift.DriftReader;
import dev.linekeeper.core.drift.DriftState;
import dev.linekeeper.core.drift.DriftState.DriftOpen;
import dev.linekeeper.core.drift.DriftState.DriftPutBack;
import dev.linekeeper.core.drift.DriftState.DriftSettled;
import dev.linekeeper.core.drift.DriftState.PutBackAsked;
import dev.linekeeper.core.request.BatchStage.BatchAwaiting;
import dev.linekeeper.core.request.BatchStage.BatchUnderWay;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Notes who has again what they had, by themselves or by a request, and which drifts are over by that. */
public record PutBackEnds(
        DriftStore store,
        RequestStore requests,
        BatchStore batches,
        DriftNews news,
        Transactions transactions,
        Clock clock) {
    private static final int AT_ONCE = 500;

    /** Notes those of the people who were read and are back; which drifts that concerns. */
    List<RequestId> noteBack(Map<UserId, DriftReader> readers) {
        var back = new HashMap<RequestId, List<UserId>>();
        var open = new HashMap<RequestId, List<UserId>>();
        store.openOf(readers.keySet())
                .forEach((person, drifts) -> drifts.forEach(
                        id -> open.computeIfAbsent(id, _ -> new ArrayList<>()).add(person)));
        open.forEach((id, people) -> store.people(id, Set.copyOf(people)).values().stream()
                .filter(person -> Objects.requireNonNull(readers.get(person.person()))
                        .known()
                        .isBackTo(person.was()))
                .forEach(person ->
                        back.computeIfAbsent(id, _ -> new ArrayList<>()).add(person.person())));
        back.forEach((id, people) -> {
            store.back(id, people);
            store.find(id)
                    .filter(now -> now.left() == 0 && !(now.drift().state() instanceof PutBackAsked))
                    .ifPresent(now -> move(now, new DriftSettled(clock.instant())));
        });
        return List.copyOf(back.keySet());
    }

    /** Ends what was asked for and is over: settled where everybody is back, else open again for those who are not. */
    void run() {
        for (StoredDrift open : store.open()) {
            if (open.drift().state() instanceof PutBackAsked asked
                    && asked.requests().stream().allMatch(this::isOver)) {
                transactions.run(() -> ended(open, asked));
            }
        }
    }

    private boolean isOver(RequestId id) {
        return batches.stage(id)
                .map(stored -> !(stored.stage() instanceof BatchAwaiting || stored.stage() instanceof BatchUnderWay))
                .or(() -> requests.find(id).map(stored -> !stored.request().isOpen()))
                .orElse(true);
    }

    private boolean ended(StoredDrift before, PutBackAsked asked) {
        DriftFinding drift = before.drift();
        asked.requests().forEach(id -> noteDone(drift.id(), id));
        int left = store.find(drift.id()).map(StoredDrift::left).orElse(0);
        move(before, left == 0 ? new DriftPutBack(asked.requests(), clock.instant()) : new DriftOpen());
        news.changed(drift.id());
        return true;
    }

    /** Whom a request has put back is, even where a reading has yet to tell what took over from a grant. */
    private void noteDone(RequestId drift, RequestId id) {
        requests.find(id)
                .filter(stored -> stored.request() instanceof Request.Completed done
                        && !done.terms().rehearsal())
                .ifPresent(stored ->
                        store.back(drift, List.of(stored.request().terms().person())));
        RequestId last = RequestId.FIRST;
        for (var some = done(id, last); !some.isEmpty(); some = done(id, last)) {
            last = some.getLast().id();
            store.back(
                    drift,
                    some.stream()
                            .filter(member -> !member.terms().rehearsal())
                            .map(member -> member.terms().person())
                            .toList());
        }
    }

    private List<Request> done(RequestId batch, RequestId after) {
        return batches.in(batch, EnumSet.of(MemberState.DONE), after, AT_ONCE);
    }

    private void move(StoredDrift before, DriftState next) {
        store.find(before.drift().id())
                .ifPresent(now -> store.replace(now, now.drift().with(next), clock.instant()));
    }
}

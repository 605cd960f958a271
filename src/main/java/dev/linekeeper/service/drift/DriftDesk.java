package dev.linekeeper.service.drift;

import dev.linekeeper.core.drift.DriftState;
import dev.linekeeper.core.drift.DriftState.DriftAccepted;
import dev.linekeeper.core.drift.DriftState.DriftOpen;
import dev.linekeeper.core.drift.DriftState.PutBackAsking;
import dev.linekeeper.core.drift.DriftState.PutBackJudged;
import dev.linekeeper.core.drift.DriftState.PutBackReady;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.drift.DriftMove.DriftMoved;
import dev.linekeeper.service.drift.DriftMove.DriftMovedOn;
import dev.linekeeper.service.drift.DriftMove.NoSuchDrift;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does about drifts what voice admins say. What lasts is done in the background by {@link PutBackRun}. */
public record DriftDesk(
        DriftStore store, DriftJobs jobs, DriftNews news, AuditTrail trail, Transactions transactions, Clock clock) {

    /**
     * Takes it as it is from now on.
     *
     * @param shown the version that was looked at, where it is known: another is not accepted unseen
     */
    public DriftMove accept(UserId who, RequestId id, OptionalLong shown) {
        return move(
                id,
                before -> before.drift().state().isOpen()
                                && isIdle(before.drift().state())
                                && shown.orElse(before.version()) == before.version()
                        ? Optional.of(new DriftAccepted(who, clock.instant()))
                        : Optional.empty(),
                now -> trail.append(accepted(who, now)));
    }

    /** Looks who can be put back; nothing is asked for by it. */
    public DriftMove judge(UserId who, RequestId id, String reason) {
        return move(
                id,
                before -> isIdle(before.drift().state())
                        ? Optional.of(new PutBackJudged(who, reason, clock.instant()))
                        : Optional.empty(),
                _ -> jobs.run(id));
    }

    /** Asks for those who can be put back, as whoever had it looked at. */
    public DriftMove ask(UserId who, RequestId id) {
        return move(
                id,
                before -> before.drift().state() instanceof PutBackReady ready
                                && ready.who().equals(who)
                                && ready.can() > 0
                        ? Optional.of(new PutBackAsking(who, ready.reason(), clock.instant()))
                        : Optional.empty(),
                _ -> jobs.run(id));
    }

    private static boolean isIdle(DriftState state) {
        return state instanceof DriftOpen || state instanceof PutBackReady;
    }

    private DriftMove move(RequestId id, Function<StoredDrift, Optional<DriftState>> next, Consumer<StoredDrift> then) {
        Instant now = clock.instant();
        return store.find(id)
                .map(before -> next.apply(before)
                        .map(state -> transactions.run(
                                () -> store.replace(before, before.drift().with(state), now)
                                        .<DriftMove>map(after -> {
                                            then.accept(after);
                                            news.changed(id);
                                            return new DriftMoved(after);
                                        })
                                        .orElseGet(() -> movedOn(id))))
                        .orElseGet(() -> new DriftMovedOn(before)))
                .orElseGet(NoSuchDrift::new);
    }

    private DriftMove movedOn(RequestId id) {
        return store.find(id).<DriftMove>map(DriftMovedOn::new).orElseGet(NoSuchDrift::new);
    }

    private AuditEntry accepted(UserId who, StoredDrift now) {
        return new AuditEntry(
                clock.instant(),
                Optional.of(who),
                Action.ACCEPTED,
                Optional.of(now.drift().id()),
                Optional.empty(),
                Map.of(
                        "cause", now.drift().cause().key(),
                        "people", Integer.toString(now.people())));
    }
}

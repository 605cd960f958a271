package dev.linekeeper.service.imports;

import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.bulk.ImportState.AskingForRows;
import dev.linekeeper.core.bulk.ImportState.ImportCancelled;
import dev.linekeeper.core.bulk.ImportState.ImportFailed;
import dev.linekeeper.core.bulk.ImportState.JudgingRows;
import dev.linekeeper.core.bulk.ImportState.PolicyMissing;
import dev.linekeeper.core.bulk.ImportState.PreviewReady;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.imports.ImportMove.ImportMoved;
import dev.linekeeper.service.imports.ImportMove.NoSuchImport;
import dev.linekeeper.service.imports.ImportMove.NotInThatState;
import dev.linekeeper.service.imports.ImportMove.OthersImport;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import dev.linekeeper.service.requests.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Takes lists of people, and does with them what their owners say. What lasts is done in the background by {@link ImportRun}.
 *
 * @param kept how long rows are kept
 */
public record Imports(
        ImportStore store,
        ImportJobs jobs,
        ImportEvents events,
        Transactions transactions,
        Duration kept,
        Clock clock) {
    /**
     * Takes a list; it is judged at once unless a row is left that names no policy.
     *
     * @param message the key of the message it came with; the list that was taken from it before is that list
     */
    public StoredImport start(
            UserId owner,
            Optional<String> message,
            ImportSource source,
            GivenRows rows,
            Optional<PolicyName> policy,
            Optional<Schedule> schedule,
            String reason) {
        Instant now = clock.instant();
        boolean named = source.kind().comesAsRows()
                && rows.rows().stream()
                        .allMatch(row -> row.policy().isPresent() || row.own().isPresent());
        boolean judged = policy.isPresent() || named;
        return transactions.run(() -> message.flatMap(store::takenFrom).orElseGet(() -> {
            StoredImport added = store.add(
                    message,
                    id -> new PeopleImport(
                            id,
                            owner,
                            source,
                            rows.size(),
                            policy,
                            reason,
                            judged ? new JudgingRows(now) : new PolicyMissing(),
                            Optional.empty(),
                            schedule,
                            now,
                            now.plus(kept)),
                    rows);
            if (judged) {
                jobs.run(added.list().id());
            }
            events.changed(added);
            return added;
        }));
    }

    /** Judges everybody for that policy. */
    public ImportMove choose(UserId who, RequestId id, PolicyName policy) {
        return move(
                who,
                id,
                list -> !list.source().kind().givesNumbers()
                        && (list.state() instanceof PolicyMissing
                                || list.state() instanceof PreviewReady
                                || list.state() instanceof ImportFailed),
                list -> list.under(policy, clock.instant()));
    }

    /** Asks for everybody who is ready, and for those who can be made so; for the days named now, else for those of the list. */
    public ImportMove ask(UserId who, RequestId id, boolean withFixes, Optional<Schedule> days) {
        return move(
                who,
                id,
                list -> list.state() instanceof PreviewReady,
                list -> days.map(list::on).orElse(list).with(new AskingForRows(withFixes, clock.instant())));
    }

    /** Gives it up, also while it is being judged or asked for. */
    public ImportMove cancel(UserId who, RequestId id) {
        return transactions.run(() -> {
            ImportMove cancelled = move(
                    who,
                    id,
                    list -> !(list.state() instanceof ImportState.RowsAsked || list.state() instanceof ImportCancelled),
                    list -> list.with(new ImportCancelled(clock.instant())));
            if (cancelled instanceof ImportMoved) {
                store.forget(id);
            }
            return cancelled;
        });
    }

    private ImportMove move(
            UserId who, RequestId id, Predicate<PeopleImport> from, Function<PeopleImport, PeopleImport> to) {
        Optional<StoredImport> found = store.find(id);
        if (found.isPresent() && !found.get().list().owner().equals(who)) {
            return new OthersImport();
        }
        return found.filter(stored -> !stored.list().overAt(clock.instant()))
                .map(before ->
                        from.test(before.list()) ? moved(before, to.apply(before.list())) : new NotInThatState(before))
                .orElseGet(NoSuchImport::new);
    }

    private static boolean isUnderWay(ImportState state) {
        return state instanceof JudgingRows || state instanceof AskingForRows;
    }

    private ImportMove moved(StoredImport before, PeopleImport after) {
        return transactions.run(() -> store.replace(before, after)
                .<ImportMove>map(now -> {
                    if (isUnderWay(now.list().state())) {
                        jobs.run(now.list().id());
                    }
                    events.changed(now);
                    return new ImportMoved(now);
                })
                .orElseGet(() -> store.find(after.id())
                        .<ImportMove>map(NotInThatState::new)
                        .orElseGet(NoSuchImport::new)));
    }
}

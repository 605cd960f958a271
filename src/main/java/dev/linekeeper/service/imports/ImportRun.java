package dev.linekeeper.service.imports;

import dev.linekeeper.core.bulk.BulkPreview;
import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.ImportPreview;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.bulk.ImportState.AskingForRows;
import dev.linekeeper.core.bulk.ImportState.ImportFailed;
import dev.linekeeper.core.bulk.ImportState.JudgingRows;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.bulk.judging.RowJudgement;
import dev.linekeeper.service.bulk.judging.RowJudgement.RowTerms;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import dev.linekeeper.service.requests.BatchSubmission;
import dev.linekeeper.service.tenant.BackendFailure;
import dev.linekeeper.service.tenant.BackendFailure.FailureKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges the rows of an import, or asks for those its owner chose. Begun again from the start when it was cut off: judging
 * changes nothing, and what is asked for is stored with the import's move.
 */
public final class ImportRun {
    private final ImportStore store;
    private final ImportedPeople people;
    private final RowJudgement judgement;
    private final ImportAsking asking;
    private final ImportEvents events;
    private final Clock clock;

    public ImportRun(
            ImportStore store,
            ImportedPeople people,
            RowJudgement judgement,
            ImportAsking asking,
            ImportEvents events,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.judgement = judgement;
        this.asking = asking;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does what the import waits for; nothing when it waits for nothing.
     *
     * @throws BackendFailure while the tenant does not answer: to be tried again
     */
    public void run(RequestId id) {
        Optional<StoredImport> found = store.find(id).filter(it -> !it.list().overAt(clock.instant()));
        try {
            found.ifPresent(this::run);
        } catch (ImportProgress.ImportMovedOn elsewhere) {
            // Cancelled, or somebody else is at it: there is nothing left to do.
        } catch (BackendFailure failure) {
            if (failure.kind() == FailureKind.TRANSIENT || failure.kind() == FailureKind.THROTTLED) {
                throw failure;
            }
            found.ifPresent(stored ->
                    fail(stored, Explanation.of("chat.import.not-read", String.valueOf(failure.getMessage()))));
        }
    }

    private void fail(StoredImport stored, Explanation why) {
        store.replace(stored, stored.list().with(new ImportFailed(why, clock.instant())))
                .ifPresent(events::changed);
    }

    private void run(StoredImport stored) {
        switch (stored.list().state()) {
            case JudgingRows(var since) -> judge(stored, since);
            case AskingForRows it -> asking.ask(stored, it, progress(stored, it.since()));
            case ImportState.PolicyMissing _,
                    ImportState.PreviewReady _,
                    ImportState.RowsAsked _,
                    ImportState.ImportCancelled _,
                    ImportFailed _ -> {}
        }
    }

    private ImportProgress progress(StoredImport stored, Instant since) {
        return new ImportProgress(store, events, clock, stored, since);
    }

    private void judge(StoredImport stored, Instant since) {
        PeopleImport list = stored.list();
        GivenRows rows = people.of(list);
        Optional<Explanation> none = nobody(list, rows);
        if (none.isPresent()) {
            fail(stored, none.get());
            return;
        }
        BulkPreview judged = judgement.preview(
                rows.rows(),
                rows.refused(),
                new RowTerms(list.owner(), list.policy(), false, false, list.schedule()),
                progress(stored, since));
        store.replace(stored, list.judged(ImportPreview.of(judged), clock.instant()), judged.worstFirst())
                .ifPresent(events::changed);
    }

    private static Optional<Explanation> nobody(PeopleImport list, GivenRows rows) {
        if (rows.size() > BatchSubmission.MOST) {
            return Optional.of(Explanation.of("chat.import.too-many", rows.size(), BatchSubmission.MOST));
        }
        return rows.size() > 0
                ? Optional.empty()
                : Optional.of(Explanation.of("chat.import.nobody", list.source().name()));
    }
}

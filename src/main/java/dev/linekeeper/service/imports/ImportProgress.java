package dev.linekeeper.service.imports;

import dev.linekeeper.service.imports.ImportStore.StoredImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

/** Notes how far an import is, once a second at most, and ends what is done with it when it moved on. Not thread-safe. */
final class ImportProgress implements IntConsumer {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final ImportStore store;
    private final ImportEvents events;
    private final Clock clock;
    private final StoredImport stored;
    private final Instant since;
    private Instant next;

    /** The import was cancelled meanwhile, or somebody else was quicker. */
    static final class ImportMovedOn extends RuntimeException {
        private static final long serialVersionUID = 1;

        ImportMovedOn() {
            super("The import has moved on", null, false, false);
        }
    }

    ImportProgress(ImportStore store, ImportEvents events, Clock clock, StoredImport stored, Instant since) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.stored = stored;
        this.since = since;
        this.next = clock.instant().plus(PACE);
    }

    @Override
    public void accept(int done) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PACE);
        if (!store.reached(stored, done)) {
            throw new ImportMovedOn();
        }
        events.progressed(stored.list().id(), since);
    }
}

package dev.linekeeper.service.history;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.StepDone;
import dev.linekeeper.core.request.Undoable;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to the history of people's settings what was read of them and what Linekeeper changed; only what is different is stored. */
public record HistoryRecorder(SettingsHistory history) {
    private static final int TRIES = 3;

    private static final PersonSettings NOTHING =
            new PersonSettings(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Map.of());

    /** Records a reading; one that is no later than the newest is not. */
    public void seen(UserId person, PersonSettings read, Instant at) {
        history.latest(person)
                .ifPresentOrElse(
                        latest -> seen(latest, read, at), () -> history.add(SettingsVersion.first(person, read, at)));
    }

    private void seen(SettingsVersion latest, PersonSettings read, Instant at) {
        if (!at.isAfter(latest.until())) {
            return;
        }
        if (latest.settings().isOutdatedBy(read)) {
            history.add(latest.next(read, at, Optional.empty()));
        } else if (latest.settings().isConfirmedBy(read)) {
            history.seenAgain(latest, at);
        }
    }

    /**
     * Records what a request that came to its end has done, in the transaction that says so. What it found before was judged
     * the same when applying began.
     */
    public void applied(Request request) {
        if (!(request instanceof Undoable applied)
                || request.terms().subject().person().isEmpty()
                || request.terms().rehearsal()
                || request.done().isEmpty()) {
            return;
        }
        UserId person = request.terms().person();
        List<StepDone> done = request.done();
        var plan = request.terms().plan();
        if (!startedAt(applied).isAfter(done.getFirst().at())) {
            seen(person, NOTHING.after(plan, 0), startedAt(applied));
        }
        for (int tries = 0; tries < TRIES && !isRecorded(request, done); tries++) {
            // The number was taken meanwhile.
        }
    }

    private boolean isRecorded(Request request, List<StepDone> done) {
        return history.latest(request.terms().person())
                .map(latest -> {
                    PersonSettings now = latest.settings().after(request.terms().plan(), done.size());
                    Instant at = done.getLast().at();
                    return latest.settings().isSameAs(now)
                            || history.add(latest.next(
                                    now, at.isAfter(latest.until()) ? at : latest.until(), Optional.of(request.id())));
                })
                .orElse(true);
    }

    private static Instant startedAt(Undoable applied) {
        return switch (applied) {
            case Request.Completed it -> it.startedAt();
            case Request.PartlyApplied it -> it.startedAt();
        };
    }
}

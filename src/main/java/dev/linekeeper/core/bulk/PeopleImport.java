package dev.linekeeper.core.bulk;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A list of people that somebody gave to be enrolled, and how far it is. Nothing is asked for before its owner says so.
 *
 * @param rows as many were given; 0 until they are looked up
 * @param schedule from when and until when they shall have it; empty for at once and for good
 * @param expires when its rows are forgotten
 */
public record PeopleImport(
        RequestId id,
        UserId owner,
        ImportSource source,
        int rows,
        Optional<PolicyName> policy,
        String reason,
        ImportState state,
        Optional<ImportPreview> preview,
        Optional<Schedule> schedule,
        Instant created,
        Instant expires) {
    public PeopleImport with(ImportState next) {
        return with(rows, policy, next, preview);
    }

    /** The same for people under that policy, all of whom are judged for it. */
    public PeopleImport under(PolicyName to, Instant now) {
        return with(rows, Optional.of(to), new ImportState.JudgingRows(now), Optional.empty());
    }

    public PeopleImport judged(ImportPreview found, Instant now) {
        return with(found.rows(), policy, new ImportState.PreviewReady(now), Optional.of(found));
    }

    private PeopleImport with(int many, Optional<PolicyName> to, ImportState next, Optional<ImportPreview> found) {
        return new PeopleImport(id, owner, source, many, to, reason, next, found, schedule, created, expires);
    }

    /** The same for these days. */
    public PeopleImport on(Schedule days) {
        var named = Optional.of(days);
        return new PeopleImport(id, owner, source, rows, policy, reason, state, preview, named, created, expires);
    }

    /** Whether its rows are forgotten, so that nothing can be done with it. */
    public boolean overAt(Instant now) {
        return !now.isBefore(expires);
    }
}

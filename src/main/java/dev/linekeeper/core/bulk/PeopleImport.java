package dev.linekeeper.core.bulk;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A list of people that somebody gave to be enrolled, and how far it is. Nothing is asked for before its owner says so.
 *
 * @param rows as many were given; 0 until they are looked up
 * @param expires when its rows are forgotten, {@link #KEPT} after it was given
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
        Instant created,
        Instant expires) {
    public static final Duration KEPT = Duration.ofDays(7);

    public PeopleImport with(ImportState next) {
        return new PeopleImport(id, owner, source, rows, policy, reason, next, preview, created, expires);
    }

    /** The same for people under that policy, all of whom are judged for it. */
    public PeopleImport under(PolicyName to, Instant now) {
        var next = new ImportState.JudgingRows(now);
        return new PeopleImport(
                id, owner, source, rows, Optional.of(to), reason, next, Optional.empty(), created, expires);
    }

    public PeopleImport judged(ImportPreview found, Instant now) {
        var next = new ImportState.PreviewReady(now);
        return new PeopleImport(
                id, owner, source, found.rows(), policy, reason, next, Optional.of(found), created, expires);
    }

    /** Whether its rows are forgotten, so that nothing can be done with it. */
    public boolean overAt(Instant now) {
        return !now.isBefore(expires);
    }
}

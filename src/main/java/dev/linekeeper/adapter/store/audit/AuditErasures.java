package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainBroken;
import dev.linekeeper.service.audit.RecordNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Erases what is personal in records, and checks what was erased. The record that says so has the numbers, the reason and
 * a hash over what was kept of them, as their own hashes cover that only together with what is gone.
 */
final class AuditErasures {
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;

    AuditErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The entry that says what was erased just now of what is older; empty when there was nothing to erase. */
    Optional<AuditEntry> erase(Instant before, String reason, Instant now) {
        return erase("at < :it", before.atOffset(ZoneOffset.UTC), reason, now);
    }

    /** The same for what is by or about a person. */
    Optional<AuditEntry> erase(UserId person, String reason, Instant now) {
        return erase("(person = :it or actor = :it)", person.value(), reason, now);
    }

    private Optional<AuditEntry> erase(String which, Object it, String reason, Instant now) {
        var numbers = new ArrayList<Long>();
        var kept = new StringBuilder();
        jdbc.sql(AuditRows.COLUMNS
                        + "where " + which + " and content is not null and action <> 'ERASED' order by number limit "
                        + AT_ONCE)
                .param("it", it)
                .query(row -> {
                    numbers.add(row.getLong("number"));
                    kept.append(AuditRows.kept(row));
                });
        var erased = RecordNumbers.of(numbers);
        erased.runs()
                .forEach(run -> jdbc.sql(
                                "update audit set content = null, actor = null, person = null where number between ?"
                                        + " and ?")
                        .params(run.first(), run.last())
                        .update());
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new AuditEntry(
                        now,
                        Optional.empty(),
                        Action.ERASED,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("records", erased.toString(), "reason", reason, "kept", Sha256.hex(kept.toString()))));
    }

    /** Strikes off the records that this one says were erased; what is wrong with them, if anything is. */
    Optional<ChainBroken> explain(AuditRecord record, BitSet unexplained) throws SQLException {
        var details = record.entry().details();
        var kept = new StringBuilder();
        RecordNumbers erased;
        try {
            erased = RecordNumbers.parse(details.getOrDefault("records", ""));
        } catch (IllegalArgumentException _) {
            return Optional.of(new ChainBroken(record.number(), "it does not say what it erased"));
        }
        for (var run : erased.runs()) {
            if (run.last() >= record.number()
                    || details.getOrDefault("reason", "").isBlank()) {
                return Optional.of(new ChainBroken(record.number(), "it gives no reason for what it erased"));
            }
            jdbc.sql(AuditRows.COLUMNS + "where number between ? and ? and content is null order by number")
                    .params(run.first(), run.last())
                    .query((ResultSet row) -> {
                        kept.append(AuditRows.kept(row));
                    });
            unexplained.clear(Math.toIntExact(run.first()), Math.toIntExact(run.last()) + 1);
        }
        return Sha256.hex(kept.toString()).equals(details.get("kept"))
                ? Optional.empty()
                : Optional.of(new ChainBroken(
                        erased.runs().getFirst().first(),
                        "it or another of those erased by %d (%s) was changed since"
                                .formatted(record.number(), erased)));
    }
}

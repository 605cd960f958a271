package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.service.audit.AuditAnchor;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainBroken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows the chain record by record and keeps the first fault. Records that are erased must be named by a later one. */
final class ChainWalk {
    private final AuditRows rows;
    private final AuditErasures erasures;
    private final Map<Long, Set<String>> noted;
    private final BitSet unexplained = new BitSet();
    private long number;
    private String hash = AuditChain.START;
    private Optional<ChainBroken> broken = Optional.empty();

    ChainWalk(AuditRows rows, AuditErasures erasures, Collection<AuditAnchor> noted) {
        this.rows = rows;
        this.erasures = erasures;
        this.noted = noted.stream()
                .collect(Collectors.groupingBy(
                        AuditAnchor::records, Collectors.mapping(AuditAnchor::head, Collectors.toSet())));
    }

    void next(ResultSet row) throws SQLException {
        if (broken.isPresent()) {
            return;
        }
        number++;
        broken = rows.fault(row, number, hash).map(why -> new ChainBroken(number, why));
        hash = row.getString("hash");
        if (broken.isEmpty() && !noted.getOrDefault(number, Set.of(hash)).equals(Set.of(hash))) {
            broken =
                    Optional.of(new ChainBroken(number, "it is not the record that was noted outside of the database"));
        }
        if (row.getString("content") == null) {
            unexplained.set(Math.toIntExact(number));
        } else if (broken.isEmpty() && Action.ERASED.name().equals(row.getString("action"))) {
            broken = erasures.explain(rows.record(row), unexplained);
        }
    }

    /** How many records were followed. */
    long at() {
        return number;
    }

    /** Whether the walk may go on: a record that erased something may have been added since it began. */
    boolean wantsReasons() {
        return broken.isEmpty() && !unexplained.isEmpty();
    }

    Verification end(AuditHead head) {
        return broken.or(() -> number < head.number()
                        ? Optional.of(new ChainBroken(
                                number + 1, "it and what followed up to %d is gone".formatted(head.number())))
                        : Optional.empty())
                .or(() -> head.fault().map(why -> new ChainBroken(number + 1, why)))
                .or(() -> hash.equals(head.hash())
                        ? Optional.empty()
                        : Optional.of(new ChainBroken(number, "it is not the head the trail was left with")))
                .or(() -> noted.keySet().stream()
                        .max(Long::compare)
                        .filter(last -> last > number)
                        .map(last -> new ChainBroken(
                                number + 1,
                                "it and what followed up to %d, as noted outside of the database, is gone"
                                        .formatted(last))))
                .or(() -> unexplained.stream()
                        .boxed()
                        .findFirst()
                        .map(first -> new ChainBroken(first, "it was erased without a reason")))
                .<Verification>map(first -> first)
                .orElseGet(() -> new Verification.ChainWhole(number, hash));
    }
}

package dev.linekeeper.adapter.store;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit chain in a table. Appending locks the row that holds the head, so numbers have no gaps. Thread-safe. */
final class JdbcAuditTrail implements AuditTrail {
    private static final String COLUMNS =
            "select number, at, actor, action, request, person, content, content_hash, previous_hash, hash from audit ";

    private final JdbcClient jdbc;
    private final JdbcTransactions transactions;
    private final AuditRows rows;

    private record Head(long number, String hash) {}

    JdbcAuditTrail(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rows = new AuditRows(json);
    }

    @Override
    public AuditRecord append(AuditEntry entry) {
        return transactions.run(() -> {
            Head head = jdbc.sql("select number, hash from audit_head where id = 1 for update")
                    .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                    .single();
            long number = head.number() + 1;
            String contentHash = AuditChain.contentHash(entry);
            String hash = AuditChain.link(number, head.hash(), contentHash);
            jdbc.sql("insert into audit (number, at, actor, action, request, person, content, content_hash,"
                            + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(rows.parameters(number, entry, contentHash, head.hash(), hash))
                    .update();
            jdbc.sql("update audit_head set number = ?, hash = ? where id = 1")
                    .params(number, hash)
                    .update();
            return new AuditRecord(number, entry, head.hash(), hash);
        });
    }

    @Override
    public List<AuditRecord> of(RequestId request) {
        return jdbc.sql(COLUMNS + "where request = ? order by number")
                .param(request.number())
                .query((row, _) -> rows.record(row))
                .list();
    }

    @Override
    public List<AuditRecord> of(UserId person, int limit) {
        return jdbc.sql(COLUMNS + "where person = :id or actor = :id order by number desc limit " + limit)
                .param("id", person.value())
                .query((row, _) -> rows.record(row))
                .list();
    }

    @Override
    public void forEach(Consumer<AuditRecord> each) {
        inOrder(row -> each.accept(rows.record(row)));
    }

    @Override
    public Verification verify() {
        return transactions.run(() -> {
            Head head = jdbc.sql("select number, hash from audit_head where id = 1")
                    .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                    .single();
            var walk = new ChainVerification(rows);
            inOrder(walk::next);
            return walk.end(head.number(), head.hash());
        });
    }

    @FunctionalInterface
    private interface RowUse {
        void on(ResultSet row) throws SQLException;
    }

    /** Reads the chain page by page. */
    private void inOrder(RowUse use) {
        long after = 0;
        while (true) {
            List<Long> page = jdbc.sql(COLUMNS + "where number > ? order by number limit 500")
                    .param(after)
                    .query((row, _) -> {
                        use.on(row);
                        return row.getLong("number");
                    })
                    .list();
            if (page.isEmpty()) {
                return;
            }
            after = page.getLast();
        }
    }

    /** Follows the chain and keeps the first record that does not fit. */
    private static final class ChainVerification {
        private final AuditRows rows;
        private long number;
        private String hash = AuditChain.START;
        private Optional<Verification.ChainBroken> broken = Optional.empty();

        ChainVerification(AuditRows rows) {
            this.rows = rows;
        }

        void next(ResultSet row) throws SQLException {
            if (broken.isPresent()) {
                return;
            }
            number++;
            broken = rows.fault(row, number, hash).map(why -> new Verification.ChainBroken(number, why));
            hash = row.getString("hash");
        }

        Verification end(long headNumber, String headHash) {
            return broken.<Verification>map(first -> first).orElseGet(() -> {
                if (number == headNumber && hash.equals(headHash)) {
                    return new Verification.ChainWhole(number, hash);
                }
                return number < headNumber
                        ? new Verification.ChainBroken(
                                number + 1, "it and what followed up to %d is gone".formatted(headNumber))
                        : new Verification.ChainBroken(number, "it is not the head the trail was left with");
            });
        }
    }
}

package dev.linekeeper.adapter.store.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row that names the newest record, which everybody who appends waits for.
 *
 * @param number of the newest record
 * @param newest the highest number there is among the records, read at the same moment
 */
record AuditHead(long number, String hash, long newest) {
    static Optional<AuditHead> read(JdbcClient jdbc) {
        return query(
                jdbc, "select number, hash, coalesce((select max(number) from audit), 0) from audit_head where id = 1");
    }

    /**
     * The head, which nobody else moves until the end of the transaction.
     *
     * @throws IllegalStateException when the row is gone
     */
    static AuditHead locked(JdbcClient jdbc) {
        return query(jdbc, "select number, hash, number from audit_head where id = 1 for update")
                .orElseThrow(() -> new IllegalStateException("The audit trail has lost its head; see audit verify"));
    }

    void move(JdbcClient jdbc, long to, String hashOfIt) {
        jdbc.sql("update audit_head set number = ?, hash = ? where id = 1")
                .params(to, hashOfIt)
                .update();
    }

    /** What is wrong with the head by itself. */
    Optional<String> fault() {
        if (newest > number) {
            return Optional.of("it follows the head the trail was left with");
        }
        return newest < number
                ? Optional.of("it and what followed up to %d is gone".formatted(number))
                : Optional.empty();
    }

    /** Empty when the row is gone. */
    private static Optional<AuditHead> query(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql)
                .query((row, _) -> new AuditHead(row.getLong(1), row.getString(2), row.getLong(3)))
                .optional();
    }
}

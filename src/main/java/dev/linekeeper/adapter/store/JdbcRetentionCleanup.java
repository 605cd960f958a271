package dev.linekeeper.adapter.store;

import dev.linekeeper.service.requests.RetentionCleanup;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes records that are no longer needed. */
final class JdbcRetentionCleanup implements RetentionCleanup {
    /** Teams repeats a delivery within minutes; what was kept and is still there belongs to a chat that cannot be written to. */
    private static final Duration DELIVERIES = Duration.ofDays(1);

    /** Those that wait for somebody to come back, and those that must not be sent twice. */
    private static final Duration MESSAGES = Duration.ofDays(30);

    private static final Duration VERSIONS = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final JdbcTokens tokens;

    JdbcRetentionCleanup(JdbcClient jdbc, JdbcTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    @Override
    public int deleteExpired(Instant now) {
        return tokens.purge(now)
                + deleteOlder("delete from seen_activity where at < ?", now.minus(DELIVERIES))
                + deleteOlder("delete from kept_activity where since < ?", now.minus(DELIVERIES))
                + deleteOlder("delete from message where due is null and since < ?", now.minus(MESSAGES))
                + deleteOlder("delete from request_version where kept_at < ?", now.minus(VERSIONS));
    }

    private int deleteOlder(String sql, Instant limit) {
        return jdbc.sql(sql).param(SqlTime.column(limit)).update();
    }
}

package dev.linekeeper.adapter.store;

import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.requests.RetentionCleanup;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is no longer needed, and erases what is personal in audit records of long ago. */
final class JdbcRetentionCleanup implements RetentionCleanup {
    /** Teams repeats a delivery within minutes; what was kept and is still there belongs to a chat that cannot be written to. */
    private static final Duration DELIVERIES = Duration.ofDays(1);

    /** Those that wait for somebody to come back, and those that must not be sent twice. */
    private static final Duration MESSAGES = Duration.ofDays(30);

    private static final Duration VERSIONS = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final JdbcTokens tokens;
    private final AuditTrail trail;
    private final Duration retention;

    @Autowired
    JdbcRetentionCleanup(JdbcClient jdbc, JdbcTokens tokens, AuditTrail trail, LinekeeperProperties settings) {
        this(jdbc, tokens, trail, settings.audit().retention());
    }

    /** {@code retention} is how long people are named in the audit trail, and by requests that are finished. */
    JdbcRetentionCleanup(JdbcClient jdbc, JdbcTokens tokens, AuditTrail trail, Duration retention) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.trail = trail;
        this.retention = retention;
    }

    @Override
    public int deleteExpired(Instant now) {
        return tokens.purge(now)
                + deleteOlder("delete from seen_activity where at < ?", now.minus(DELIVERIES))
                + deleteOlder("delete from kept_activity where since < ?", now.minus(DELIVERIES))
                + deleteOlder("delete from message where due is null and since < ?", now.minus(MESSAGES))
                + deleteOlder("delete from request_version where kept_at < ?", now.minus(VERSIONS))
                + deleteOlder("delete from request where open_person is null and asked_at < ?", now.minus(retention))
                + eraseRecords(now);
    }

    private int eraseRecords(Instant now) {
        String reason = "kept for %d days".formatted(retention.toDays());
        int all = 0;
        int erased;
        do {
            erased = trail.erase(now.minus(retention), reason, now);
            all += erased;
        } while (erased > 0);
        return all;
    }

    private int deleteOlder(String sql, Instant limit) {
        return jdbc.sql(sql).param(SqlTime.column(limit)).update();
    }
}

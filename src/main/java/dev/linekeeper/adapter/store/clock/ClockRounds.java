package dev.linekeeper.adapter.store.clock;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Compares the clock with the database's, before anything else starts and once a minute. */
public final class ClockRounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ClockRounds.class);
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Optional<DatabaseClock> clock;
    private final DataSource database;
    private volatile @Nullable ScheduledExecutorService thread;

    /** Without a clock nothing is compared. */
    public ClockRounds(Optional<DatabaseClock> clock, DataSource database) {
        this.clock = clock;
        this.database = database;
    }

    /** A database that cannot be read is told by others; the time goes on as it did. */
    private void compare(DatabaseClock compared) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            long asked = System.nanoTime();
            try (var rows = statement.executeQuery("select current_timestamp")) {
                rows.next();
                var theirs = rows.getObject(1, OffsetDateTime.class).toInstant();
                compared.compare(theirs, Duration.ofNanos(System.nanoTime() - asked))
                        .ifPresent(ahead -> log.warn(
                                "action=compare-clocks outcome=off seconds={} taken=database", ahead.toSeconds()));
            }
        } catch (SQLException | RuntimeException unread) { // or no round would follow
            log.debug("action=compare-clocks outcome=not-read", unread);
        }
    }

    @Override
    public void start() {
        clock.ifPresent(this::compare);
        var rounds = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("clocks").factory());
        var _ = rounds.scheduleWithFixedDelay(
                () -> clock.ifPresent(this::compare), BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        thread = rounds;
    }

    @Override
    public void stop() {
        var rounds = thread;
        if (rounds != null) {
            rounds.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}

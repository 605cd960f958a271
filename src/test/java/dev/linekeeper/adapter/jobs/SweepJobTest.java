package dev.linekeeper.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** When sweeps are made; the clock is that of the workers. */
class SweepJobTest {
    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()), "", "");
    private final AtomicInteger sweeps = new AtomicInteger();
    private boolean fails;

    SweepJobTest() {
        Flyway.configure().dataSource(database).load().migrate();
    }

    @Test
    void the_first_sweep_waits_until_the_process_has_settled() {
        Instant before = Instant.now();
        var workers = workers(Duration.ofDays(1), Clock.systemUTC());
        workers.start();
        workers.stop();

        assertThat(next().orElseThrow())
                .isBetween(before.plusSeconds(119), Instant.now().plusSeconds(121));
        assertThat(sweeps).hasValue(0);
    }

    @Test
    void after_a_sweep_the_next_is_a_day_later_and_after_a_failure_an_hour() {
        var first = workers(Duration.ofDays(1), Clock.systemUTC());
        first.start();
        first.stop();
        assertThat(afterOneSweep(Duration.ofMinutes(3))).isGreaterThan(Duration.ofHours(23));

        fails = true;
        assertThat(afterOneSweep(Duration.ofDays(2))).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void at_zero_no_sweep_is_made_and_one_that_was_due_is_not_either() {
        var workers = workers(Duration.ofDays(1), Clock.systemUTC());
        workers.start();
        workers.stop();
        assertThat(next()).isPresent();

        var off = workers(Duration.ZERO, Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        off.start();
        off.stop();

        assertThat(next()).isEmpty();
        assertThat(sweeps).hasValue(0);
    }

    /** How long after the sweep the next one is. */
    private Duration afterOneSweep(Duration later) {
        int before = sweeps.get();
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        var workers = workers(Duration.ofDays(1), clock);
        workers.start();
        try {
            await().until(() -> sweeps.get() > before
                    && next().filter(clock.instant()::isBefore).isPresent());
            return Duration.between(clock.instant(), next().orElseThrow());
        } finally {
            workers.stop();
        }
    }

    private JobWorkers workers(Duration interval, Clock clock) {
        return new JobWorkers(
                new JobWorkers.Table("scheduled_tasks", database),
                1,
                Duration.ofMillis(100),
                List.of(),
                List.of(JobsConfiguration.sweepJob(Jobs.SWEEP, this::sweep, interval, clock)),
                clock);
    }

    private void sweep() {
        sweeps.incrementAndGet();
        if (fails) {
            throw new IllegalStateException("the directory does not answer");
        }
    }

    private Optional<Instant> next() {
        return JdbcClient.create(database)
                .sql("select execution_time from scheduled_tasks where task_name = 'sweep-settings'")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC))
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}

package dev.linekeeper.adapter.store.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.service.metrics.Metric;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcMetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void requests_jobs_and_messages_are_as_they_are_in_the_database() {
        try (OpenedStore store = OpenedStore.inFile(folder, CLOCK)) {
            var metrics = new JdbcMetrics(store.sql(), CLOCK);
            assertThat(metrics.measurements())
                    .contains(
                            Metric.APPROVAL_OLDEST.of(0),
                            Metric.JOBS_DUE.of(0, "sending"),
                            Metric.MESSAGES_WAITING.of(0));
            request(store, 1001, "Completed", 90_000, null);
            request(store, 1002, "Pending", 3_600, null);
            request(store, 1003, "Pending", 80_000, 1000L); // decided with its batch
            job(store, "applying", "1", 60, false);
            job(store, "applying", "2", 400, false);
            job(store, "applying", "3", 9_000, true);
            job(store, "scheduled", "4", -60, false);
            message(store, "a", 30, NOW, "");
            message(store, "b", 900, null, "bot.blocked");
            message(store, "c", 900, null, "SENT");

            assertThat(metrics.measurements())
                    .contains(
                            Metric.REQUESTS.of(1, "Completed"),
                            Metric.REQUESTS.of(2, "Pending"),
                            Metric.APPROVAL_OLDEST.of(3_600),
                            Metric.JOBS_DUE.of(2, "applying"),
                            Metric.JOBS_OLDEST.of(400, "applying"),
                            Metric.JOBS_DUE.of(0, "scheduled"),
                            Metric.MESSAGES_WAITING.of(1),
                            Metric.MESSAGES_OLDEST.of(30),
                            Metric.MESSAGES_UNDELIVERED.of(1));
        }
    }

    private static void request(OpenedStore store, long number, String state, long age, Long batch) {
        store.sql()
                .sql("insert into request (number, version, state, requester, person, asked_at, body, batch)"
                        + " values (?, 1, ?, 'r', 'p', ?, '{}', ?)")
                .params(number, state, ago(age), batch)
                .update();
    }

    private static void job(OpenedStore store, String queue, String id, long age, boolean picked) {
        store.sql()
                .sql(
                        "insert into %s_tasks (task_name, task_instance, execution_time, picked, version) values ('t', ?, ?, ?, 1)"
                                .formatted(queue))
                .params(id, ago(age), picked)
                .update();
    }

    private static void message(OpenedStore store, String lane, long age, Instant due, String why) {
        store.sql()
                .sql("insert into message (lane, kind, request, occasion, activity, person, revision, tries, since,"
                        + " due, why) values (?, 'CARD', 1, '', '', 'p', 1, 0, ?, ?, ?)")
                .params(lane, ago(age), due == null ? null : Timestamp.from(due), why)
                .update();
    }

    private static Timestamp ago(long seconds) {
        return Timestamp.from(NOW.minusSeconds(seconds));
    }
}

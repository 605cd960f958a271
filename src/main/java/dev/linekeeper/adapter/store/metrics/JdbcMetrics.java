package dev.linekeeper.adapter.store.metrics;

import dev.linekeeper.service.metrics.Measurement;
import dev.linekeeper.service.metrics.Metric;
import dev.linekeeper.service.metrics.MetricSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests, jobs and messages as they are in the database: four statements, the same from whichever replica. */
public record JdbcMetrics(JdbcClient jdbc, Clock clock) implements MetricSource {
    /** Those that somebody should do something about are there from the start. */
    private static final Map<String, Long> NONE_YET = Map.of("Pending", 0L, "Approved", 0L, "Applying", 0L);

    private static final String STATES = "select state, count(*) from request group by state";

    /** Members of a batch that is decided as a whole do not wait by themselves. */
    private static final String OLDEST = """
        select min(asked_at) from (
            select asked_at from request
            where state in ('Pending', 'NeedsFreshLook') and (batch is null or left_batch)
            union all select asked_at from batch where state = 'awaiting') waiting\
        """;

    private static final String MESSAGES = """
        select count(due), min(case when due is not null then since end),
            count(case when due is null and why <> 'SENT' then 1 end) from message\
        """;

    private static final String JOBS = Stream.of("applying", "scheduled", "import", "sending")
            .map("""
                select '%1$s', count(*), min(execution_time) from %1$s_tasks where not picked and execution_time <= :now\
                """::formatted)
            .collect(Collectors.joining(" union all "));

    @Override
    public String source() {
        return "store";
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        Map<String, Long> byState = new TreeMap<>(NONE_YET);
        jdbc.sql(STATES).query((RowCallbackHandler) row -> byState.put(row.getString(1), row.getLong(2)));
        byState.forEach((state, requests) -> all.add(Metric.REQUESTS.of(requests, state)));
        all.add(jdbc.sql(OLDEST)
                .query((row, _) -> Metric.APPROVAL_OLDEST.of(age(row, 1)))
                .single());
        all.addAll(jdbc.sql(MESSAGES)
                .query((row, _) -> List.of(
                        Metric.MESSAGES_WAITING.of(row.getLong(1)),
                        Metric.MESSAGES_OLDEST.of(age(row, 2)),
                        Metric.MESSAGES_UNDELIVERED.of(row.getLong(3))))
                .single());
        jdbc.sql(JOBS)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> List.of(
                        Metric.JOBS_DUE.of(row.getLong(2), row.getString(1)),
                        Metric.JOBS_OLDEST.of(age(row, 3), row.getString(1))))
                .list()
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    /** In seconds; zero when there is none. */
    private double age(ResultSet row, int column) throws SQLException {
        @Nullable Timestamp since = row.getTimestamp(column);
        return since == null
                ? 0
                : Math.max(
                        0, Duration.between(since.toInstant(), clock.instant()).toSeconds());
    }
}

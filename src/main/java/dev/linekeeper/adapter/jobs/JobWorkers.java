package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * A table of jobs and the threads of this replica that run them. They poll every few seconds and whenever this replica
 * adds a job. When a replica misses four heartbeats, the others take over its jobs. Thread-safe.
 */
final class JobWorkers {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** A beat writes a row for each job that runs, one after another: so long may one take on a slow database. */
    private static final Duration ROW = Duration.ofMillis(50);

    private final Table table;
    private final ThreadPoolExecutor threads;
    private final Scheduler scheduler;

    /** A table of db-scheduler. */
    record Table(String name, DataSource dataSource) {
        /** A client that adds jobs in the caller's transaction. */
        SchedulerClient client() {
            return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), List.of())
                    .tableName(name)
                    .serializer(new PlainTextSerializer())
                    .build();
        }
    }

    /** {@code polling} is how long a job of another replica, or one that was put off, may wait beyond its time. */
    JobWorkers(
            Table table,
            int atOnce,
            Duration polling,
            List<Task<?>> tasks,
            List<RecurringTask<?>> recurring,
            Clock clock) {
        this.table = table;
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().factory());
        SchedulerBuilder builder = Scheduler.create(
                table.dataSource(),
                tasks.stream().<Task<?>>map(RunningOnce::new).toList());
        recurring.forEach(builder::startTasks);
        this.scheduler = builder.tableName(table.name())
                .serializer(new PlainTextSerializer())
                .clock(clock::instant)
                .threads(atOnce)
                .executorService(threads)
                .pollingInterval(polling)
                .heartbeatInterval(Collections.max(List.of(HEARTBEAT, ROW.multipliedBy(atOnce))))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .failureLogging(LogLevel.WARN, true)
                .build();
    }

    Table table() {
        return table;
    }

    void start() {
        scheduler.start();
    }

    void stop() {
        scheduler.stop();
    }

    /** Polls now, unless jobs already wait for a thread: then the workers poll when those are done. */
    void wake() {
        if (threads.getQueue().isEmpty()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}

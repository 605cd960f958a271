package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * A table of jobs and the threads of this replica that work it off, so many at once. They look every few seconds and
 * whenever a job was added here; a job added on another replica is found at the next look. A replica that has not given a
 * sign for {@link #HEARTBEAT} times four is taken for dead, and its jobs are taken over.
 */
final class Workers {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Table table;
    private final ThreadPoolExecutor threads;
    private final Scheduler scheduler;

    /** A table as db-scheduler wants it. */
    record Table(String name, DataSource dataSource) {
        /** Adds jobs through the transaction of whoever does so. */
        SchedulerClient client() {
            return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), List.of())
                    .tableName(name)
                    .serializer(new Texts())
                    .build();
        }
    }

    Workers(Table table, int atOnce, List<Task<?>> tasks, List<RecurringTask<?>> recurring, Clock clock) {
        this.table = table;
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofVirtual().factory());
        SchedulerBuilder builder = Scheduler.create(table.dataSource(), tasks);
        recurring.forEach(builder::startTasks);
        this.scheduler = builder.tableName(table.name())
                .serializer(new Texts())
                .clock(clock::instant)
                .threads(atOnce)
                .executorService(threads)
                .pollingInterval(LOOK)
                .heartbeatInterval(HEARTBEAT)
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

    /** Looks now, unless there is more waiting than can be done: then it is looked for when that is through. */
    void wake() {
        if (threads.getQueue().isEmpty()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}

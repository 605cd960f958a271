package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.requests.JobQueue;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes jobs in the caller's transaction and wakes the workers after its commit. Thread-safe. */
final class DatabaseJobQueue implements JobQueue {
    private final JobTable applications;
    private final JobTable notifications;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A table of jobs and how to wake the workers of this replica. */
    record JobTable(SchedulerClient jobs, Runnable wake) {}

    DatabaseJobQueue(JobTable applications, JobTable notifications, JdbcClient jdbc, Clock clock) {
        this.applications = applications;
        this.notifications = notifications;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void apply(RequestId request) {
        add(applications, Jobs.APPLY, Jobs.data(request), clock.instant());
    }

    @Override
    public void applyAll(RequestId batch, List<RequestId> members, Instant at) {
        List<TaskInstance<?>> instances = new ArrayList<>();
        members.forEach(member -> instances.add(instance(Jobs.APPLY, ofBatch(batch), Jobs.data(member))));
        applications.jobs().scheduleBatch(instances, at);
        afterCommit(applications.wake());
    }

    /** The jobs of a batch are those whose name begins with it. One that runs is left alone: it asks by itself again. */
    @Override
    public void bringForward(RequestId batch) {
        jdbc.sql("update applying_tasks set execution_time = :now, version = version + 1"
                        + " where not picked and execution_time > :now and task_instance like :batch")
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", ofBatch(batch) + "%")
                .update();
        afterCommit(applications.wake());
    }

    private static String ofBatch(RequestId batch) {
        return "%d/".formatted(batch.number());
    }

    @Override
    public void announce(RequestId request, long version) {
        add(notifications, Jobs.ANNOUNCE, new Jobs.Version(request, version).toString(), clock.instant());
    }

    @Override
    public void expire(RequestId request, Instant at) {
        add(notifications, Jobs.EXPIRE, Jobs.data(request), at);
    }

    @Override
    public void remind(RequestId request, Instant at) {
        add(notifications, Jobs.REMIND, Jobs.data(request), at);
    }

    @Override
    public void end(RequestId request, Instant at, List<Instant> reminders) {
        add(notifications, Jobs.END, Jobs.data(request), at);
        reminders.forEach(moment -> add(notifications, Jobs.REMIND_OF_END, Jobs.data(request), moment));
    }

    private static void add(JobTable table, TaskDescriptor<String> kind, String data, Instant at) {
        // Not "if it does not exist", which looks first: nothing has its name.
        table.jobs().scheduleBatch(List.of(instance(kind, "", data)), at);
        afterCommit(table.wake());
    }

    /** Each job has a unique name, so that one just ending does not swallow the next for the same request. */
    private static TaskInstance<String> instance(TaskDescriptor<String> kind, String group, String data) {
        return kind.instance(group + data + "/" + UUID.randomUUID()).data(data).build();
    }

    static void afterCommit(Runnable wake) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake.run();
                }
            });
        } else {
            wake.run();
        }
    }
}

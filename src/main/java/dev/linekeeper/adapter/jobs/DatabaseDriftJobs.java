package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.drift.DriftJobs;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes jobs about drift in the caller's transaction and wakes the workers after its commit. Thread-safe. */
record DatabaseDriftJobs(SchedulerClient jobs, JdbcClient jdbc, Runnable wake, Clock clock) implements DriftJobs {
    /** A look that runs is left alone: the next one follows by itself. */
    @Override
    public void lookSoon() {
        jdbc.sql("update import_tasks set execution_time = :now, version = version + 1"
                        + " where task_name = :look and not picked and execution_time > :now")
                .param("now", Timestamp.from(clock.instant()))
                .param("look", Jobs.LOOK_AT_DRIFT.getTaskName())
                .update();
        DatabaseJobQueue.afterCommit(wake);
    }

    @Override
    public void run(RequestId drift) {
        jobs.scheduleIfNotExists(
                Jobs.PUT_BACK
                        .instance(drift + "/" + UUID.randomUUID())
                        .data(Jobs.data(drift))
                        .build(),
                clock.instant());
        DatabaseJobQueue.afterCommit(wake);
    }
}

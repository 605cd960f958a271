package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.linekeeper.adapter.jobs.JobWorkers.Table;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.drift.DriftJobs;
import dev.linekeeper.service.drift.DriftLook;
import dev.linekeeper.service.drift.PutBackRun;
import dev.linekeeper.service.imports.ImportJobs;
import dev.linekeeper.service.imports.ImportRun;
import dev.linekeeper.service.tenant.limit.CallLane;
import dev.linekeeper.settings.LinekeeperProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workers that judge and ask for imports and drift, as bulk work: whoever asks something does not wait for them. */
@Configuration(proxyBeanMethods = false)
public class ImportJobsConfiguration {
    private static final Duration POLLING = Duration.ofSeconds(2);

    @Bean
    JobWorkers importWorkers(
            DataSource dataSource,
            ImportRun run,
            PutBackRun putBack,
            DriftLook drift,
            LinekeeperProperties settings,
            Clock clock) {
        return new JobWorkers(
                table(dataSource),
                4,
                POLLING,
                List.of(job(Jobs.IMPORT, run::run), job(Jobs.PUT_BACK, putBack::run)),
                List.of(lookJob(drift, settings.history().drift())),
                clock);
    }

    @Bean
    ImportJobs importJobs(
            DataSource dataSource, @Qualifier("importWorkers") ObjectProvider<JobWorkers> workers, Clock clock) {
        var client = table(dataSource).client();
        return id -> {
            var job = Jobs.IMPORT.instance(id + "/" + UUID.randomUUID()).data(Jobs.data(id));
            client.scheduleIfNotExists(job.build(), clock.instant());
            DatabaseJobQueue.afterCommit(() -> workers.ifAvailable(JobWorkers::wake));
        };
    }

    private static Table table(DataSource dataSource) {
        return new Table("import_tasks", dataSource);
    }

    @Bean
    DriftJobs driftJobs(
            DataSource dataSource, @Qualifier("importWorkers") ObjectProvider<JobWorkers> workers, Clock clock) {
        return new DatabaseDriftJobs(
                table(dataSource).client(),
                JdbcClient.create(dataSource),
                () -> workers.ifAvailable(JobWorkers::wake),
                clock);
    }

    private static Task<String> job(TaskDescriptor<String> kind, Consumer<RequestId> work) {
        return Tasks.oneTime(kind)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(POLLING.multipliedBy(5)))
                .execute((job, _) -> CallLane.BULK.run(() -> work.accept(Jobs.request(job.getData()))));
    }

    private static RecurringTask<Void> lookJob(DriftLook drift, Duration interval) {
        return Tasks.recurring(Jobs.LOOK_AT_DRIFT, interval.isZero() ? new DisabledSchedule() : FixedDelay.of(interval))
                .execute((_, _) -> CallLane.BULK.run(drift::run));
    }
}

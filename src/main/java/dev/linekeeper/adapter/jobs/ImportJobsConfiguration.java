package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.linekeeper.adapter.jobs.JobWorkers.Table;
import dev.linekeeper.service.imports.ImportJobs;
import dev.linekeeper.service.imports.ImportRun;
import dev.linekeeper.service.tenant.limit.CallLane;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The workers that judge and ask for imports, as bulk work: whoever asks something does not wait for them. */
@Configuration(proxyBeanMethods = false)
public class ImportJobsConfiguration {
    private static final Duration POLLING = Duration.ofSeconds(2);

    @Bean
    JobWorkers importWorkers(DataSource dataSource, ImportRun run, Clock clock) {
        return new JobWorkers(table(dataSource), 4, POLLING, List.of(importJob(run)), List.of(), clock);
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

    private static Task<String> importJob(ImportRun run) {
        return Tasks.oneTime(Jobs.IMPORT)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(POLLING.multipliedBy(5)))
                .execute((job, _) -> CallLane.BULK.run(() -> run.run(Jobs.request(job.getData()))));
    }
}

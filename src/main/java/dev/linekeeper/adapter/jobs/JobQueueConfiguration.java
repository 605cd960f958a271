package dev.linekeeper.adapter.jobs;

import dev.linekeeper.adapter.jobs.JobWorkers.Table;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.requests.JobQueue;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The job queue without workers, for a process that adds jobs which a serving bot runs. */
@Configuration(proxyBeanMethods = false)
public class JobQueueConfiguration {
    @Bean
    Checkup jobsCheckup(DataSource dataSource, Clock clock) {
        return new JobsCheckup(dataSource, clock);
    }

    @Bean
    Checkup sendingCheckup(DataSource dataSource, Clock clock) {
        return new SendingCheckup(dataSource, clock);
    }

    @Bean
    JobQueue agenda(
            DataSource dataSource,
            @Qualifier("applyingWorkers") ObjectProvider<JobWorkers> applying,
            @Qualifier("tellingWorkers") ObjectProvider<JobWorkers> telling,
            Clock clock) {
        return new DatabaseJobQueue(
                new DatabaseJobQueue.JobTable(
                        applying(dataSource).client(), () -> applying.ifAvailable(JobWorkers::wake)),
                new DatabaseJobQueue.JobTable(
                        telling(dataSource).client(), () -> telling.ifAvailable(JobWorkers::wake)),
                JdbcClient.create(dataSource),
                clock);
    }

    static Table applying(DataSource dataSource) {
        return new Table("applying_tasks", dataSource);
    }

    static Table telling(DataSource dataSource) {
        return new Table("scheduled_tasks", dataSource);
    }
}

package dev.linekeeper.adapter.jobs;

import dev.linekeeper.adapter.jobs.Workers.Table;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.requests.JobQueue;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job queue without workers, for a process that adds jobs which a serving bot runs. */
@Configuration(proxyBeanMethods = false)
public class AgendaConfiguration {
    @Bean
    Checkup jobsCheckup(DataSource dataSource, Clock clock) {
        return new JobsCheckup(dataSource, clock);
    }

    @Bean
    JobQueue agenda(
            DataSource dataSource,
            @Qualifier("applyingWorkers") ObjectProvider<Workers> applying,
            @Qualifier("tellingWorkers") ObjectProvider<Workers> telling,
            Clock clock) {
        return new DatabaseAgenda(
                new DatabaseAgenda.Desk(applying(dataSource).client(), () -> applying.ifAvailable(Workers::wake)),
                new DatabaseAgenda.Desk(telling(dataSource).client(), () -> telling.ifAvailable(Workers::wake)),
                clock);
    }

    static Table applying(DataSource dataSource) {
        return new Table("applying_tasks", dataSource);
    }

    static Table telling(DataSource dataSource) {
        return new Table("scheduled_tasks", dataSource);
    }
}

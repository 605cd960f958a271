package dev.linekeeper.adapter.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import dev.linekeeper.service.checkup.Checkup;
import dev.linekeeper.service.requests.Agenda;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The agenda alone, for whoever adds work that a serving bot then does. */
@Configuration(proxyBeanMethods = false)
public class AgendaConfiguration {
    @Bean
    Checkup jobsCheckup(DataSource dataSource, Clock clock) {
        return new JobsCheckup(dataSource, clock);
    }

    /** Jobs are written through the transaction of whoever adds them. */
    @Bean
    Agenda agenda(DataSource dataSource, ObjectProvider<Scheduler> scheduler, Clock clock) {
        var client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), List.of())
                .serializer(new Texts())
                .build();
        return new DatabaseAgenda(client, () -> scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions), clock);
    }
}

package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.CommandLineInterface;
import dev.linekeeper.adapter.jobs.JobsConfiguration;
import dev.linekeeper.adapter.store.MetricsConfiguration;
import dev.linekeeper.adapter.teams.TeamsConfiguration;
import dev.linekeeper.service.tenant.reading.GraphAndPowerShell;
import dev.linekeeper.service.tenant.reading.SnapshotRefresher;
import dev.linekeeper.service.tenant.reading.TenantReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Answers a command, or starts the bot when there is none. Every part of the bot is listed here or imported by a part in
 * the list; nothing is found by a scan. {@link ShellContexts} starts some of the same parts for a command.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    RequestsConfiguration.class,
    DoctorConfiguration.class,
    ChatConfiguration.class,
    TeamsConfiguration.class,
    JobsConfiguration.class,
    MetricsConfiguration.class
})
public class LinekeeperApplication {
    public static void main(String[] args) {
        CommandLineInterface.run(new ShellContexts(), args)
                .ifPresentOrElse(System::exit, () -> SpringApplication.run(LinekeeperApplication.class, args));
    }

    /** Starts reading at once, beside the rest of the start-up: the first question should find everything read. */
    @Bean
    SnapshotRefresher rereading(TenantReader readings, ObjectProvider<GraphAndPowerShell> both) {
        return SnapshotRefresher.start(readings, () -> both.ifAvailable(GraphAndPowerShell::tryOut));
    }
}

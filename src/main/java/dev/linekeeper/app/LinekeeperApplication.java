package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.CommandLineInterface;
import dev.linekeeper.adapter.entra.CertificateDays;
import dev.linekeeper.adapter.entra.EntraTokens;
import dev.linekeeper.adapter.jobs.JobsConfiguration;
import dev.linekeeper.adapter.jobs.SendingConfiguration;
import dev.linekeeper.adapter.store.metrics.MetricsConfiguration;
import dev.linekeeper.adapter.teams.TeamsConfiguration;
import dev.linekeeper.adapter.telemetry.TelemetryConfiguration;
import dev.linekeeper.adapter.telemetry.TracesConfiguration;
import dev.linekeeper.chat.Chat;
import dev.linekeeper.chat.turns.CountedChat;
import dev.linekeeper.chat.turns.TurnCounts;
import dev.linekeeper.service.metrics.SnapshotAge;
import dev.linekeeper.service.tenant.reading.GraphAndPowerShell;
import dev.linekeeper.service.tenant.reading.SnapshotRefresher;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.net.URLClassLoader;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Runs the command in the arguments, or starts the bot without one. Every part of the bot is imported here or by an
 * imported part; there is no class-path scan. {@link ShellContexts} starts some of these parts for a command.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    RequestsConfiguration.class,
    DoctorConfiguration.class,
    ChatConfiguration.class,
    TeamsConfiguration.class,
    JobsConfiguration.class,
    SendingConfiguration.class,
    MetricsConfiguration.class,
    TelemetryConfiguration.class,
    TracesConfiguration.class,
    CertificateDays.class,
    EntraTokens.class,
    TurnCounts.class
})
public class LinekeeperApplication {
    public static void main(String[] args) throws ReflectiveOperationException {
        if (LinekeeperApplication.class.getClassLoader() instanceof URLClassLoader launched
                && launched.getClass().getName().startsWith("org.springframework.boot.loader.")) {
            NestedJars.main(launched, args);
        } else {
            run(args);
        }
    }

    private static void run(String... args) {
        CommandLineInterface.run(new ShellContexts(), args).ifPresentOrElse(System::exit, () -> {
            OldGeneration.collectAsItGrows();
            var application = new SpringApplication(LinekeeperApplication.class);
            application.addInitializers(context -> StartConditions.check(context.getEnvironment()));
            application.run(args);
        });
    }

    /** Starts reading in parallel with the rest of the start-up, so that the first question finds everything read. */
    @Bean
    SnapshotRefresher snapshotRefresher(TenantReader readings, ObjectProvider<GraphAndPowerShell> both) {
        return SnapshotRefresher.start(readings, () -> both.ifAvailable(GraphAndPowerShell::probe));
    }

    @Bean
    @Primary
    Chat countedChat(@Qualifier("chat") Chat chat, TurnCounts counts) {
        return new CountedChat(chat, counts);
    }

    @Bean
    SnapshotAge snapshotAge(TenantReader readings, Clock clock) {
        return new SnapshotAge(readings::oldest, clock);
    }
}

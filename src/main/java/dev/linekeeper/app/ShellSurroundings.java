package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.Surroundings;
import dev.linekeeper.adapter.store.BucketBudget;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.service.tenant.Throttle;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.ReadinessSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** What the command line gets from us: a tenant file at once, or the configured tenant in a small context of its own. */
final class ShellSurroundings implements Surroundings {
    @Override
    public Configured tenantFile(Path file) {
        return new Configured(
                new FileTenant(TenantFile.read(file), Clock.systemUTC()).ports(),
                ShellStart.inOneLine(ReadinessSettings::ofProcess).judgement(),
                () -> {});
    }

    /** Starts the backends alone: no web server, no database, no jobs, so that it can run beside a serving bot. */
    @Override
    public Configured configured() {
        var context = ShellStart.of(Backends.class);
        return new Configured(
                context.getBean(TenantPorts.class), context.getBean(Settings.class), context);
    }

    @Override
    public Records records(String request) {
        return ShellRecords.open(request);
    }

    @Override
    public List<Check> examine() {
        return ShellDoctor.examine();
    }

    /** Not a @Configuration, so that the serving bot's class-path scan passes it by. */
    @EnableConfigurationProperties(LinekeeperProperties.class)
    @ComponentScan("dev.linekeeper.simulator.state")
    @Import(BackendConfiguration.class)
    static class Backends {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Settings judgement(LinekeeperProperties settings) {
            return settings.readiness().judgement();
        }

        /** On its own: a bot that serves meanwhile does not know of these calls. */
        @Bean
        Throttle throttle(LinekeeperProperties settings, Clock clock) {
            var throttle = settings.throttle();
            return new Throttle(
                    throttle.limits(),
                    BucketBudget.inMemory(throttle.rates(), clock),
                    throttle.longestWait(),
                    clock,
                    Thread::sleep);
        }
    }
}

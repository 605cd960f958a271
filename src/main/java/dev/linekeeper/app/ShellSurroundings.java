package dev.linekeeper.app;

import dev.linekeeper.adapter.cli.Surroundings;
import dev.linekeeper.adapter.store.BucketBudget;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.checkup.Check;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.service.tenant.Throttle;
import dev.linekeeper.settings.LinekeeperProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** What the command line gets from us: a tenant file at once, or the configured tenant in a small context of its own. */
final class ShellSurroundings implements Surroundings {
    @Override
    public TenantPorts tenantFile(Path file) {
        return new FileTenant(TenantFile.read(file), Clock.systemUTC()).ports();
    }

    /** Starts the backends alone: no web server, no database, no jobs, so that it can run beside a serving bot. */
    @Override
    public Configured configured() {
        var context = ShellStart.of(Backends.class);
        return new Configured(
                context.getBean(TenantPorts.class),
                settings(context.getBean(LinekeeperProperties.class).readiness()),
                context);
    }

    @Override
    public Records records(String request) {
        return ShellRecords.open(request);
    }

    @Override
    public List<Check> examine() {
        return ShellDoctor.examine();
    }

    static Settings settings(LinekeeperProperties.ReadinessSettings readiness) {
        return new Settings(
                Optional.ofNullable(readiness.emptyVoiceRoutingPolicy())
                        .filter(name -> !name.isBlank())
                        .map(PolicyName::new),
                readiness.inboundRequired(),
                readiness.emergencyCallRoutingPolicies().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey(), entry -> new PolicyName(entry.getValue()))));
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

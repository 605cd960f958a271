package dev.linekeeper;

import dev.linekeeper.adapter.cli.Surroundings;
import dev.linekeeper.adapter.tenantfile.TenantFile;
import dev.linekeeper.adapter.tenantfile.TenantModel;
import dev.linekeeper.core.readiness.Settings;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.Numbers;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.TenantPorts;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceSwitch;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** What the command line gets from us: a tenant file at once, or the configured tenant in a small context of its own. */
final class ShellSurroundings implements Surroundings {
    @Override
    public TenantPorts tenantFile(Path file) {
        return new TenantModel(TenantFile.read(file), Clock.systemUTC()).ports();
    }

    /** Starts the backends alone: no web server, no database, no jobs, so that it can run beside a serving bot. */
    @Override
    public Configured configured() {
        var context = ShellStart.of(Backends.class);
        return new Configured(
                ports(context), settings(context.getBean(LinekeeperProperties.class).readiness()), context);
    }

    @Override
    public Records records(String request) {
        return ShellRecords.open(request);
    }

    static TenantPorts ports(ApplicationContext context) {
        return new TenantPorts(
                context.getBean(Directory.class),
                context.getBean(VoiceUsers.class),
                context.getBean(VoiceSwitch.class),
                context.getBean(Numbers.class),
                context.getBean(PolicyGrants.class),
                context.getBean(PolicyCatalogue.class),
                context.getBean(EmergencyLocations.class),
                context.getBean(VoiceApplications.class),
                context.getBean(Organisation.class));
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
    @ComponentScan({
        "dev.linekeeper.adapter.tenantfile",
        "dev.linekeeper.adapter.emulator",
        "dev.linekeeper.adapter.graph",
        "dev.linekeeper.adapter.powershell"
    })
    static class Backends {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}

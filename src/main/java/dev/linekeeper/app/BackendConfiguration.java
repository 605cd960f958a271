package dev.linekeeper.app;

import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.adapter.powershell.PowerShellBackend;
import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.adapter.tenantfile.FileTenant;
import dev.linekeeper.service.tenant.AppInstallations;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.reading.GraphAndPowerShell;
import dev.linekeeper.service.tenant.reading.SnapshotAges;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.LinekeeperProperties.TenantBackend;
import dev.linekeeper.settings.OnBackend;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who answers for the tenant: a file, or Microsoft Graph and Teams PowerShell, be they real or those of the
 * {@link SimulatorConfiguration}. Nothing is called while beans are made.
 */
@Configuration(proxyBeanMethods = false)
class BackendConfiguration {
    /** What was read this short a while ago need not be read again before a change; it spares bulk work thousands of calls. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    @Bean
    SnapshotAges snapshotAges(LinekeeperProperties settings) {
        var age = settings.snapshotAge();
        var limit = settings.snapshotLimit();
        return new SnapshotAges(age, limit.compareTo(age) < 0 ? age : limit, FRESH);
    }

    @Bean
    Directory directory(TenantPorts ports) {
        return ports.directory();
    }

    @Bean
    Organisation organisation(TenantPorts ports) {
        return ports.organisation();
    }

    /** A file, read once and never changed; where there is a simulator, changes are rehearsed on a copy instead. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend(TenantBackend.TENANT_FILE)
    @ConditionalOnMissingClass(SimulatorConfiguration.WhereThereIsOne.SIMULATOR)
    static class File {
        @Bean
        TenantPorts tenantPorts(LinekeeperProperties settings, Clock clock) {
            return new FileTenant(ConfiguredFile.of(settings.tenantFile()).read(), clock).ports();
        }

        @Bean
        Capabilities capabilities(TenantPorts ports) {
            return Capabilities.of(ports.directory().source());
        }
    }

    /** Microsoft's own. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend(TenantBackend.TENANT)
    static class RealTenant {
        @Bean
        GraphBackend graphBackend(LinekeeperProperties settings, ApiThrottle throttle, Clock clock) {
            return GraphBackend.configured(settings, throttle, clock);
        }

        @Bean
        PowerShellBackend powerShellBackend(LinekeeperProperties settings, ApiThrottle throttle, Clock clock) {
            return PowerShellBackend.configured(settings, throttle, clock);
        }
    }

    /** Both halves put together. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend({TenantBackend.DEMO, TenantBackend.TENANT})
    static class BothHalves {
        @Bean
        GraphAndPowerShell graphAndPowerShell(
                GraphBackend graph, PowerShellBackend powerShell, Clock clock, SnapshotAges ages) {
            return together(graph, powerShell, clock, ages);
        }

        /** Absent when no app is named. */
        @Bean
        @Nullable
        AppInstallations appInstallations(GraphBackend graph) {
            return graph.appInstallations().orElse(null);
        }

        @Bean
        TenantPorts tenantPorts(GraphAndPowerShell both) {
            return both.ports();
        }

        @Bean
        Capabilities capabilities(GraphAndPowerShell both) {
            return both.capabilities();
        }
    }

    static GraphAndPowerShell together(
            GraphBackend graph, PowerShellBackend powerShell, Clock clock, SnapshotAges ages) {
        var shell = powerShell.ports();
        return new GraphAndPowerShell(
                graph.ports(shell.sharedCallingSupport(), shell.moduleVersion()), shell, clock, ages);
    }
}

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
import dev.linekeeper.service.watch.DirectoryChanges;
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
 * The tenant's backend: a file, or Microsoft Graph and Teams PowerShell, real or of the {@link SimulatorConfiguration}.
 * Creating the beans makes no call.
 */
@Configuration(proxyBeanMethods = false)
class BackendConfiguration {
    /** Facts of this age need not be read again before a change, which spares bulk work thousands of calls. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** The card of somebody who is looked at twice, or whose next card is pressed for, is not worth another call. */
    private static final Duration SHOWN_FOR = Duration.ofSeconds(5);

    @Bean
    SnapshotAges snapshotAges(LinekeeperProperties settings) {
        var age = settings.snapshotAge();
        var limit = settings.snapshotLimit();
        boolean isFile = settings.backend() == TenantBackend.TENANT_FILE;
        return new SnapshotAges(age, limit.compareTo(age) < 0 ? age : limit, FRESH, isFile ? Duration.ZERO : SHOWN_FOR);
    }

    @Bean
    Directory directory(TenantPorts ports) {
        return ports.directory();
    }

    @Bean
    Organisation organisation(TenantPorts ports) {
        return ports.organisation();
    }

    /** A file, read only; with a simulator, changes are rehearsed on a copy of it instead. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend(TenantBackend.TENANT_FILE)
    @ConditionalOnMissingClass(SimulatorConfiguration.SimulatorImport.SIMULATOR)
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

    /** Microsoft's services. */
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

    /** Graph and PowerShell combined, real or simulated. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend({TenantBackend.DEMO, TenantBackend.TENANT})
    static class GraphAndPowerShellConfiguration {
        @Bean
        GraphAndPowerShell graphAndPowerShell(
                GraphBackend graph, PowerShellBackend powerShell, Clock clock, SnapshotAges ages) {
            return combined(graph, powerShell, clock, ages);
        }

        /** Null when the settings name no app. */
        @Bean
        @Nullable
        AppInstallations appInstallations(GraphBackend graph) {
            return graph.appInstallations().orElse(null);
        }

        @Bean
        DirectoryChanges directoryChanges(GraphBackend graph) {
            return graph.changes();
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

    static GraphAndPowerShell combined(
            GraphBackend graph, PowerShellBackend powerShell, Clock clock, SnapshotAges ages) {
        var shell = powerShell.ports();
        return new GraphAndPowerShell(
                graph.ports(shell.sharedCallingSupport(), shell.moduleVersion()), shell, clock, ages);
    }
}

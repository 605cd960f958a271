package dev.linekeeper.app;

import dev.linekeeper.adapter.graph.GraphBackend;
import dev.linekeeper.adapter.powershell.PowerShellBackend;
import dev.linekeeper.adapter.powershell.host.SignIn;
import dev.linekeeper.adapter.tenantfile.ConfiguredFile;
import dev.linekeeper.service.tenant.Capabilities;
import dev.linekeeper.service.tenant.limit.ApiThrottle;
import dev.linekeeper.service.tenant.reading.TenantPorts;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.LinekeeperProperties.TenantBackend;
import dev.linekeeper.settings.OnBackend;
import dev.linekeeper.simulator.Simulator;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.playground.PlaygroundConfiguration;
import dev.linekeeper.simulator.state.OpenedTenant;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * The simulator: stands in for Microsoft's services while there is no tenant, and for Teams while the bot has no identity.
 * The only class that knows it; not loaded without {@code dev.linekeeper.simulator} on the class path.
 */
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {
    /** Imports the simulator where it is on the class path; without it the backend {@code demo} cannot be chosen. */
    static final class SimulatorImport implements ImportSelector, EnvironmentAware {
        static final String SIMULATOR = "dev.linekeeper.simulator.package-info";

        private TenantBackend backend = TenantBackend.DEMO;

        @Override
        public void setEnvironment(Environment environment) {
            backend = TenantBackend.of(environment);
        }

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            if (ClassUtils.isPresent(SIMULATOR, getClass().getClassLoader())) {
                return new String[] {SimulatorConfiguration.class.getName()};
            }
            if (backend == TenantBackend.DEMO) {
                throw new InvalidConfigurationPropertyValueException(
                        "linekeeper.backend",
                        "demo",
                        "This Linekeeper was built without the simulator; choose tenant or tenant-file.");
            }
            return new String[0];
        }
    }

    /** The tenant file with the working copy that takes changes. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend({TenantBackend.DEMO, TenantBackend.TENANT_FILE})
    static class WorkingCopyConfiguration {
        @Bean
        OpenedTenant openedTenant(LinekeeperProperties settings, Clock clock) {
            var original = ConfiguredFile.of(settings.tenantFile());
            return OpenedTenant.open(original.name(), original.content(), settings.dataFolder(), clock);
        }
    }

    /** A tenant file on which changes are rehearsed: approved requests are applied to its working copy. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend(TenantBackend.TENANT_FILE)
    static class Rehearsal {
        @Bean
        TenantPorts tenantPorts(OpenedTenant tenant) {
            return tenant.model().ports();
        }

        @Bean
        Capabilities capabilities(TenantPorts ports) {
            return Capabilities.of(ports.directory().source());
        }
    }

    /** The demo tenant: simulated services over a file, called by the adapters for the real ones. */
    @Configuration(proxyBeanMethods = false)
    @OnBackend(TenantBackend.DEMO)
    static class Services {
        @Bean
        Simulator simulator(OpenedTenant tenant, LinekeeperProperties settings, Clock clock) {
            return Simulator.open(tenant.model(), settings.emulator(), clock);
        }

        /** The endpoint for faults. */
        @Bean
        FaultSwitches faultSwitches(Simulator simulator) {
            return simulator.faults();
        }

        @Bean
        GraphBackend graphBackend(Simulator simulator, OpenedTenant tenant, ApiThrottle throttle, Clock clock) {
            return GraphBackend.standIn(
                    simulator.graph(), () -> tenant.model().content().applicationPermissions(), throttle, clock);
        }

        @Bean
        PowerShellBackend powerShellBackend(
                Simulator simulator, LinekeeperProperties settings, ApiThrottle throttle, Clock clock) {
            var configured = settings.powershell();
            var pool = new PowerShellBackend.PowerShellPool(
                    configured.workers(), configured.timeout(), configured.startTimeout());
            return PowerShellBackend.open(simulator.powerShell(), new SignIn.StandInSignIn(), pool, throttle, clock);
        }
    }

    /** The playground's page. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Import(PlaygroundConfiguration.class)
    static class Pages {}
}

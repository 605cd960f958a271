package dev.linekeeper.app;

import dev.linekeeper.service.tenant.GraphAndPowerShell;
import dev.linekeeper.service.tenant.Readings;
import dev.linekeeper.service.tenant.Rereading;
import dev.linekeeper.service.tenant.SnapshotAges;
import dev.linekeeper.service.tenant.TenantPorts;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the tenant is read while the bot serves: what people share in the background, people when asked about. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {
    @Bean
    Readings readings(TenantPorts ports, SnapshotAges ages, Clock clock) {
        return new Readings(ports, clock, ages, Thread::startVirtualThread);
    }

    /** Starts at once, beside the rest of the start-up: the first question should find everything read. */
    @Bean
    Rereading rereading(Readings readings, ObjectProvider<GraphAndPowerShell> both) {
        return Rereading.start(readings, () -> both.ifAvailable(GraphAndPowerShell::tryOut));
    }
}

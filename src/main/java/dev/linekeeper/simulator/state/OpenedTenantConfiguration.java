package dev.linekeeper.simulator.state;

import dev.linekeeper.adapter.tenantfile.OriginalFile;
import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.LinekeeperProperties.Backend;
import dev.linekeeper.settings.OnBackend;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the tenant file that {@code tenant-file} answers from and {@code demo} serves. */
@Configuration(proxyBeanMethods = false)
@OnBackend({Backend.TENANT_FILE, Backend.DEMO})
class OpenedTenantConfiguration {
    @Bean
    OpenedTenant openedTenant(LinekeeperProperties properties, Clock clock) {
        var original = OriginalFile.of(properties.tenantFile());
        return OpenedTenant.open(original.name(), original.content(), properties.dataFolder(), clock);
    }
}

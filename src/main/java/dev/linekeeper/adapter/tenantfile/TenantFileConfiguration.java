package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.LinekeeperProperties.Backend;
import dev.linekeeper.settings.OnBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Opens the tenant file that {@code tenant-file} answers from and {@code demo} serves. */
@Configuration(proxyBeanMethods = false)
@OnBackend({Backend.TENANT_FILE, Backend.DEMO})
class TenantFileConfiguration {
    @Bean
    OpenedTenant openedTenant(LinekeeperProperties properties, Clock clock) throws IOException {
        var file = properties.tenantFile();
        if (file == null) {
            var builtIn = new ClassPathResource("demo/tenant.json");
            return OpenedTenant.open("demo", builtIn.getContentAsByteArray(), properties.dataFolder(), clock);
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableTenantFile("linekeeper.tenant-file: %s is not a file".formatted(file));
        }
        return OpenedTenant.open(
                file.getFileName().toString(), Files.readAllBytes(file), properties.dataFolder(), clock);
    }
}

package dev.linekeeper.adapter.tenantfile;

import dev.linekeeper.LinekeeperProperties;
import dev.linekeeper.service.tenant.Directory;
import dev.linekeeper.service.tenant.EmergencyLocations;
import dev.linekeeper.service.tenant.Numbers;
import dev.linekeeper.service.tenant.Organisation;
import dev.linekeeper.service.tenant.PolicyCatalogue;
import dev.linekeeper.service.tenant.PolicyGrants;
import dev.linekeeper.service.tenant.VoiceApplications;
import dev.linekeeper.service.tenant.VoiceSwitch;
import dev.linekeeper.service.tenant.VoiceUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** A tenant file behind the ports, while {@code linekeeper.backend} is {@code tenant-file} or {@code demo}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${linekeeper.backend:demo}'.equalsIgnoreCase('tenant')")
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

    @Bean
    Directory directory(OpenedTenant tenant) {
        return tenant.model().ports().directory();
    }

    @Bean
    VoiceUsers voiceUsers(OpenedTenant tenant) {
        return tenant.model().ports().voiceUsers();
    }

    @Bean
    VoiceSwitch voiceSwitch(OpenedTenant tenant) {
        return tenant.model().ports().voiceSwitch();
    }

    @Bean
    Numbers numbers(OpenedTenant tenant) {
        return tenant.model().ports().numbers();
    }

    @Bean
    PolicyGrants policyGrants(OpenedTenant tenant) {
        return tenant.model().ports().policyGrants();
    }

    @Bean
    PolicyCatalogue policyCatalogue(OpenedTenant tenant) {
        return tenant.model().ports().policyCatalogue();
    }

    @Bean
    EmergencyLocations emergencyLocations(OpenedTenant tenant) {
        return tenant.model().ports().emergencyLocations();
    }

    @Bean
    VoiceApplications voiceApplications(OpenedTenant tenant) {
        return tenant.model().ports().voiceApplications();
    }

    @Bean
    Organisation organisation(OpenedTenant tenant) {
        return tenant.model().ports().organisation();
    }
}

package dev.linekeeper.app;

import dev.linekeeper.settings.LinekeeperProperties.TenantBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Adds the built-in demo tenant's roles and policies as defaults while it is in use; any other setting wins. */
final class DemoSettings implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (TenantBackend.of(environment) != TenantBackend.DEMO
                || !environment.getProperty("linekeeper.tenant-file", "").isBlank()) {
            return;
        }
        try {
            new YamlPropertySourceLoader()
                    .load("demo tenant", new ClassPathResource("demo/settings.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The demo settings inside the program cannot be read", unreadable);
        }
    }
}

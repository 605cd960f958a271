package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.settings.LinekeeperProperties;
import dev.linekeeper.settings.RoleSettings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ByteArrayResource;

/** What infra's Bicep files hand to the app. */
class AzureSettingsTest {
    private static final Path INFRA = Path.of("infra");

    @ParameterizedTest
    @MethodSource("roles")
    void each_role_is_a_parameter_and_reaches_the_app(String role) {
        var variable = "LINEKEEPER_ROLES_" + role.toUpperCase(Locale.ROOT);

        assertThat(read("main.bicep"))
                .containsPattern("param %sGroups string\\b".formatted(role))
                .contains("      %s: %1$sGroups\n".formatted(role));
        assertThat(read("modules/app.bicep")).contains("{ name: '%s', value: roles.%s }".formatted(variable, role));
        assertThat(List.of("dev.bicepparam", "prod.bicepparam"))
                .allSatisfy(file -> assertThat(read(file))
                        .contains("param %sGroups = readEnvironmentVariable('%s', '')".formatted(role, variable)));
        assertThat(read("deploy.sh")).contains("_" + role.toUpperCase(Locale.ROOT));
    }

    static Stream<String> roles() {
        return Arrays.stream(RoleSettings.class.getRecordComponents())
                .filter(part -> part.getType() == List.class)
                .map(RecordComponent::getName);
    }

    @Test
    void the_settings_file_with_all_its_examples_is_understood_and_is_mounted_where_it_is_read() throws IOException {
        var file = read("settings.yaml");
        var everything = file.substring(file.indexOf("\nlinekeeper:")).replaceAll("(?m)^( *)# ", "$1");
        var sources = new YamlPropertySourceLoader()
                .load("settings", new ByteArrayResource(everything.getBytes(StandardCharsets.UTF_8)));
        var settings = new Binder(ConfigurationPropertySources.from(sources))
                .bind(
                        "linekeeper",
                        Bindable.of(LinekeeperProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();

        assertThat(settings.readiness().emergencyCallRoutingPolicies()).containsEntry("callingPlan/US", "Emergency-US");
        assertThat(settings.roles().adminScopes()).hasSize(1);
        assertThat(read("modules/app.bicep"))
                .contains("{ volumeName: 'settings', mountPath: '/app/config' }")
                .contains("secrets: [{ secretRef: 'settings', path: 'application.yaml' }]");
    }

    @Test
    void the_database_is_compared_with_a_trust_store_that_the_driver_has() throws Exception {
        var url = read("modules/app.bicep").replaceAll("(?s).*'jdbc:postgresql:[^?]*\\?([^']*)'.*", "$1");

        assertThat(url).contains("sslmode=verify-full");
        assertThat(Class.forName(url.replaceAll(".*sslfactory=([^&]*).*", "$1")))
                .isPublic();
    }

    private static String read(String file) {
        try {
            return Files.readString(INFRA.resolve(file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}

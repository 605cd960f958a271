package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settings of Spring that infra sets: those of ours are SettingsInDocumentsTest's. */
class SpringSettingsInInfraTest {
    private static final Pattern VARIABLE = Pattern.compile("\\b(LOGGING|SPRING|SERVER|MANAGEMENT)_[A-Z0-9_]*[A-Z0-9]");

    @Test
    void every_one_is_there() throws IOException {
        var known = new HashSet<String>();
        for (var page : Collections.list(
                getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var json = page.openStream()) {
                JsonMapper.shared().readTree(json).path("properties").forEach(property -> known.add(plain(property)));
            }
        }
        try (var files = Files.walk(Path.of("infra"))) {
            var set = files.filter(file ->
                            file.toString().matches(".*(\\.yaml|\\.bicep|settings\\.env|/linekeeper|Dockerfile)"))
                    .flatMap(file -> VARIABLE.matcher(read(file)).results())
                    .map(hit -> hit.group().replace("_", ""))
                    .collect(Collectors.toSet());

            assertThat(set).contains("MANAGEMENTSERVERPORT").isSubsetOf(known);
        }
    }

    private static String plain(JsonNode property) {
        return property.path("name").stringValue().replaceAll("[.-]", "").toUpperCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

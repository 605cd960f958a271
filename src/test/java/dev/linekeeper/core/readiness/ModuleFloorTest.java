package dev.linekeeper.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.host.ModuleVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oldest module MicrosoftTeams is one version, wherever it is asked for or said. */
class ModuleFloorTest {
    private static final String FLOOR = PublishedData.OLDEST_MODULE;
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void the_host_refuses_what_the_rule_fails() {
        assertThat(ModuleVersion.OLDEST.toString()).isEqualTo(FLOOR);
    }

    @Test
    void the_collecting_script_has_it() throws IOException {
        assertThat(Files.readString(RESOURCES.resolve("powershell/collect.ps1")))
                .containsOnlyOnce("$Oldest = [version] '%s'".formatted(FLOOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrol", "release-and-enrol", "move", "unenrol", "restore", "partly-done"})
    void every_exported_script_requires_it(String script) throws IOException {
        assertThat(Files.readString(Path.of("src/test/resources/script/%s.ps1".formatted(script))))
                .contains("@{ModuleName='MicrosoftTeams';ModuleVersion='%s'}".formatted(FLOOR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_de", "messages_fr"})
    void the_rule_names_it_in_every_language(String bundle) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(
                RESOURCES.resolve("i18n/%s.properties".formatted(bundle)), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        assertThat(texts.getProperty("readiness.TEN-02.when")).contains(FLOOR);
        assertThat(texts.getProperty("readiness.TEN-02.old")).contains("{1}").doesNotContain("5.5.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"powershell.md", "tenant-setup.md"})
    void the_documents_have_it(String document) throws IOException {
        assertThat(Files.readString(Path.of("src/docs").resolve(document)))
                .containsPattern("MicrosoftTeams,? " + FLOOR.replace(".", "\\."));
    }
}

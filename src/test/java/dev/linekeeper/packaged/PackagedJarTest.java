package dev.linekeeper.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import dev.linekeeper.architecture.Requirement;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.json.JsonMapper;

/** The jar, and the Graph SDK as it is there: these tests, and those that call Graph, are run over it by the build's execution "packaged". */
@EnabledIfSystemProperty(named = "linekeeper.packaged", matches = ".+")
class PackagedJarTest {
    private static final long MEGABYTE = 1_000_000;

    private final Path jar = Path.of(System.getProperty("linekeeper.packaged", ""));
    private final Path sdk = Path.of(GraphServiceClient.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toURI());

    PackagedJarTest() throws URISyntaxException {}

    @Test
    void the_jar_has_no_more_than_70_megabytes() throws IOException {
        assertThat(Files.size(jar)).isLessThanOrEqualTo(70 * MEGABYTE);
    }

    @Test
    void what_only_the_demo_needs_is_a_layer_of_its_own() throws IOException {
        try (var packaged = new JarFile(jar.toFile())) {
            assertThat(packaged.stream().map(JarEntry::getName))
                    .contains("BOOT-INF/lib/linekeeper-demo.jar")
                    .noneMatch(name -> name.matches("BOOT-INF/classes/(dev/linekeeper/simulator|playground)/.*"));
            byte[] layers = packaged.getInputStream(packaged.getJarEntry("BOOT-INF/layers.idx"))
                    .readAllBytes();
            assertThat(new String(layers, StandardCharsets.UTF_8))
                    .startsWith("- \"demo\":\n  - \"BOOT-INF/lib/linekeeper-demo.jar\"\n- \"dependencies\":");
        }
    }

    @Test
    void what_is_tested_here_is_what_is_in_the_jar() throws IOException {
        try (var packaged = new JarFile(jar.toFile())) {
            JarEntry entry = packaged.getJarEntry("BOOT-INF/lib/" + sdk.getFileName());
            assertThat(packaged.getInputStream(entry).readAllBytes()).isEqualTo(Files.readAllBytes(sdk));
        }
    }

    /** By name, version and digest, so that somebody else can compare; ours aside, and what Spring Boot's packager adds of its own. */
    @Test
    @Requirement("T36")
    void the_list_of_parts_names_every_library_of_the_jar() throws IOException {
        try (var packaged = new JarFile(jar.toFile())) {
            var parts = JsonMapper.shared()
                    .readTree(packaged.getInputStream(packaged.getJarEntry("META-INF/sbom/application.cdx.json")))
                    .path("components")
                    .valueStream()
                    .filter(part -> !part.path("hashes").isEmpty())
                    .map(part -> "BOOT-INF/lib/%s-%s.jar"
                            .formatted(
                                    part.path("name").asString(),
                                    part.path("version").asString()))
                    .toList();
            assertThat(packaged.stream()
                            .map(JarEntry::getName)
                            .filter(name -> name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar"))
                            .filter(name -> !name.matches(".*/(linekeeper-demo|spring-boot-jarmode-tools-.*)\\.jar")))
                    .isNotEmpty()
                    .isSubsetOf(parts);
        }
    }

    @Test
    void licence_notices_and_coordinates_stay() throws IOException {
        try (var cut = new JarFile(sdk.toFile())) {
            assertThat(cut.stream().map(JarEntry::getName))
                    .contains(
                            "META-INF/MANIFEST.MF",
                            "META-INF/maven/com.microsoft.graph/microsoft-graph/pom.xml",
                            "META-INF/maven/com.microsoft.graph/microsoft-graph/pom.properties");
        }
    }

    /** The verifier of the JVM asks for classes that methods name which nobody calls. */
    @Test
    void every_class_that_is_left_can_be_used_without_one_that_is_not() throws IOException, ClassNotFoundException {
        List<String> names;
        try (var cut = new JarFile(sdk.toFile())) {
            names = cut.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList();
        }
        assertThat(names).hasSizeBetween(1_000, 10_000);
        for (String name : names) {
            Class.forName(name, true, getClass().getClassLoader());
        }
    }
}

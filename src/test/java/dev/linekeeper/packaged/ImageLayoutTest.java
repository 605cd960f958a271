package dev.linekeeper.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The folder the image runs from, made of the jar by the scripts of its Dockerfile; half a minute, for the training. */
@Tag("long")
@EnabledIfSystemProperty(named = "linekeeper.packaged", matches = ".+")
class ImageLayoutTest {
    @TempDir
    private Path folder;

    @Test
    void the_jar_taken_apart_and_trained_answers_by_the_images_command() throws Exception {
        var app = Files.createDirectory(folder.resolve("app"));
        run("infra/layers.sh", "extract", System.getProperty("linekeeper.packaged"), folder + "/layers");
        for (var layer :
                new String[] {"dependencies", "spring-boot-loader", "snapshot-dependencies", "demo", "application"}) {
            run("cp", "-r", "%s/layers/%s/.".formatted(folder, layer), app.toString());
        }
        Files.copy(Path.of("infra/java.options"), app.resolve("java.options"));

        assertThat(run("infra/layers.sh", "train", app.toString())).startsWith("linekeeper ");
        assertThat(run("infra/linekeeper", "--version"))
                .startsWith("linekeeper ")
                .doesNotContain("[aot]");
        assertThat(run("infra/linekeeper")).contains("doctor", "app-package");
    }

    private String run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var java = System.getProperty("java.home");
        builder.environment().put("JAVA_HOME", java);
        builder.environment().merge("PATH", java + "/bin", (path, ours) -> ours + ":" + path);
        builder.environment().put("APP", folder.resolve("app").toString());
        try (var free = new ServerSocket(0)) {
            builder.environment().put("TRAINING_PORT", String.valueOf(free.getLocalPort()));
        }
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}

package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.infra.Dockerfile.Instruction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the image is made of and how it runs, as far as that shows without an engine. */
class ImageTest {
    private static final Pattern PIN = Pattern.compile("([A-Z_]+_(?:DIGEST|SHA256))=(.*)");

    @TempDir
    private Path folder;

    private final Dockerfile file = Dockerfile.read();
    private final Dockerfile last = file.last();

    ImageTest() throws IOException {}

    /** What is empty is to be read by whoever builds; nobody invents one. */
    @Test
    void what_comes_from_others_is_named_by_digest_or_checksum_with_the_command_that_reads_it() {
        var pins = file.all("ARG")
                .filter(argument -> PIN.matcher(argument.text()).matches())
                .toList();

        assertThat(pins)
                .hasSize(3)
                .allSatisfy(pin -> assertThat(pin.text())
                        .matches("JAVA_DIGEST=(sha256:[0-9a-f]{64})?|\\w+_SHA256=([0-9a-f]{64})?"));
        assertThat(file.instructions().getFirst().comment()).startsWith("docker buildx imagetools inspect");
        assertThat(file.all("ARG").map(Instruction::comment))
                .contains("infra/powershell.sh sum host " + argument("POWERSHELL_VERSION"))
                .contains("infra/powershell.sh sum module " + argument("TEAMS_MODULE_VERSION"));
    }

    @Test
    void every_stage_stands_on_the_java_of_one_digest_and_an_empty_one_stops_the_build() {
        var stages = file.all("FROM").map(Instruction::text).toList();

        assertThat(stages.getFirst())
                .matches("--platform=linux/amd64 eclipse-temurin:25-jre-\\w+@\\$\\{JAVA_DIGEST:\\?\\S+} AS java");
        assertThat(stages.subList(1, stages.size())).allMatch(stage -> stage.matches("java( AS \\w+)?"));
    }

    @Test
    void what_is_copied_is_there_and_nothing_else_is_sent_to_the_engine() throws IOException {
        var copied = file.all("COPY")
                .map(Instruction::text)
                .filter(text -> !text.startsWith("--from"))
                .flatMap(text -> Stream.of(text.split(" ")))
                .filter(word -> word.matches("(infra|target)/\\S+"))
                .distinct()
                .toList();
        var sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(sent.getFirst()).isEqualTo("*");
        assertThat(sent.stream().skip(1).map(line -> line.substring(1))).containsExactlyInAnyOrderElementsOf(copied);
        assertThat(copied).filteredOn(name -> name.startsWith("infra/")).allMatch(name -> Files.exists(Path.of(name)));
    }

    @Test
    void it_runs_as_nobody_special_and_what_is_written_goes_to_two_folders() {
        assertThat(last.only("USER")).isEqualTo("10001:10001");
        assertThat(last.only("VOLUME")).isEqualTo("/data");
        assertThat(last.only("ENV").split(" +"))
                .contains(
                        "HOME=/tmp",
                        "PSModuleAnalysisCachePath=/tmp/powershell-modules",
                        "LINEKEEPER_DATA_FOLDER=/data",
                        "SPRING_DATASOURCE_URL=jdbc:h2:file:/data/linekeeper",
                        "MANAGEMENT_SERVER_PORT=9090",
                        "LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs");
        assertThat(last.only("EXPOSE")).isEqualTo("3978 9090");
        assertThat(last.only("HEALTHCHECK")).contains("http://127.0.0.1:3978/livez");
        assertThat(last.only("LABEL"))
                .contains(
                        "image.title=",
                        "image.licenses=\"Apache-2.0\"",
                        "image.version=",
                        "image.revision=",
                        "digest=");
    }

    /** Training ends with a start that takes the cache or fails: infra/layers.sh. */
    @Test
    void java_starts_without_the_launcher_from_a_cache_that_was_tried() throws IOException {
        var entry = last.all("ENTRYPOINT").findFirst().orElseThrow().words();

        assertThat(entry)
                .containsExactly(
                        "java",
                        "@/app/java.options",
                        "-XX:AOTCache=/app/linekeeper.aot",
                        "-jar",
                        "/app/linekeeper.jar");
        assertThat(last.all("RUN").map(Instruction::text)).contains("./layers.sh train . && rm layers.sh");
        assertThat(Files.readString(Path.of("infra/layers.sh")))
                .contains("-XX:AOTMode=on \"-XX:AOTCache=$folder/linekeeper.aot\"")
                .doesNotContain("--launcher");
    }

    @Test
    void java_takes_its_options_and_ends_when_there_is_no_memory_left() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var said = new Script(folder).run(Map.of(), java, "@infra/java.options", "-version");

        assertThat(said.status()).as(said.text()).isZero();
        assertThat(Files.readAllLines(Path.of("infra/java.options")))
                .contains("-XX:+ExitOnOutOfMemoryError", "-XX:HeapDumpPath=/data", "-XX:ErrorFile=/tmp/java-%p.log");
    }

    @Test
    void its_command_takes_a_part_of_the_memory_and_says_what_there_is_when_nothing_is_asked() throws IOException {
        var shell = new Script(folder);
        shell.standIn("java", "#!/bin/sh\nprintf '%s|' \"$@\" \"$SPRING_CONFIG_ADDITIONAL_LOCATION\"\n");
        var java = "@/app/java.options|-XX:MaxRAMPercentage=12.5|-XX:AOTCache=/app/linekeeper.aot|-jar|"
                + "/app/linekeeper.jar|%s|optional:file:/app/config/|";

        assertThat(shell.run(Map.of(), "infra/linekeeper").text()).isEqualTo(java.formatted("help"));
        assertThat(shell.run(Map.of(), "infra/linekeeper", "plan", "--policy", "London Bridge")
                        .text())
                .isEqualTo(java.formatted("plan|--policy|London Bridge"));
    }

    @Test
    void what_whoever_installs_it_keeps_here_is_no_part_of_the_project() {
        var ours = List.of("infra/compose.yaml", "infra/kubernetes/base/deployment.yaml");
        var theirs = List.of("infra/.env", "infra/secrets/bot.pem", "infra/config/application.yaml");
        var ignored = new Script(folder)
                .run(
                        Map.of(),
                        Stream.of(List.of("git", "check-ignore"), ours, theirs)
                                .flatMap(List::stream)
                                .toArray(String[]::new));

        assertThat(ignored.text().lines()).containsExactlyElementsOf(theirs);
    }

    private String argument(String name) {
        return file.all("ARG")
                .map(Instruction::text)
                .filter(text -> text.startsWith(name + "="))
                .map(text -> text.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}

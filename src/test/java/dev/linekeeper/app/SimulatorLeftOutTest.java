package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A production image needs no class of the simulator: here a bot is started without one of them on its class path. */
class SimulatorLeftOutTest {
    private static final Path CLASSES = Path.of(URI.create(LinekeeperApplication.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString()));
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void leaveTheSimulatorOut() throws IOException {
        var house = Files.createDirectories(folder.resolve("classes/dev/linekeeper"));
        link(CLASSES, folder.resolve("classes"), "dev");
        link(CLASSES.resolve("dev/linekeeper"), house, "simulator");
        assertThat(CLASSES.resolve("dev/linekeeper/simulator")).isDirectory();
        assertThat(house.resolve("simulator")).doesNotExist();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        for (var bot : started) {
            bot.destroyForcibly().waitFor();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant-file",
                "tenant --linekeeper.embedded-database=true --linekeeper.graph.base-url=http://127.0.0.1:1/v1.0"
                    + " --linekeeper.graph.allowed-hosts=127.0.0.1"
                    + " --linekeeper.graph.tenant-id=5f000000-0000-4000-8000-00000000000f"
                    + " --linekeeper.graph.reads.app-id=reader --linekeeper.graph.reads.credential=managed-identity"
                    + " --linekeeper.powershell.sign-in=managed-identity --linekeeper.powershell.command=/no/such/pwsh"
            })
    void the_bot_serves_a_tenant_without_it(String backend) throws Exception {
        var bot = start(backend);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !bot.isAlive() || said().contains("Started LinekeeperApplication"));

        assertThat(said())
                .contains("Started LinekeeperApplication")
                .doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
        var port = PORT.matcher(said())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
        try (var client = HttpClient.newHttpClient()) {
            var health = URI.create("http://127.0.0.1:%s/actuator/health/liveness".formatted(port));
            assertThat(client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(bot.isAlive()).isTrue();
    }

    @Test
    void the_demo_cannot_be_chosen_and_the_failure_says_what_can() throws Exception {
        var bot = start("demo");

        assertThat(bot.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(bot.exitValue()).isEqualTo(1);
        assertThat(said()).contains("linekeeper.backend", "built without the simulator", "tenant-file");
    }

    private Process start(String backend) throws IOException {
        var others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(entry -> !Path.of(entry).toAbsolutePath().normalize().equals(CLASSES.normalize()));
        var command = Stream.of(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Stream.concat(Stream.of(folder.resolve("classes").toString()), others)
                                .collect(Collectors.joining(File.pathSeparator)),
                        LinekeeperApplication.class.getName(),
                        "--server.port=0",
                        "--linekeeper.data-folder=" + folder,
                        "--spring.datasource.url=jdbc:h2:mem:without"),
                Arrays.stream("--linekeeper.backend=".concat(backend).split(" ", -1)));
        var process = new ProcessBuilder(command.flatMap(parts -> parts).toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bot.log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("bot.log"));
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName().toString()), entry);
                }
            }
        }
    }
}

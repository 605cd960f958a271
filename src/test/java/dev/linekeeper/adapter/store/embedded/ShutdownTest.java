package dev.linekeeper.adapter.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.architecture.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot of its own process that is told to end. */
class ShutdownTest {
    @TempDir
    Path folder;

    @Test
    @Requirement("T35")
    void it_ends_without_an_error_and_the_database_after_the_jobs() throws Exception {
        Path data = folder.resolve("data");
        Path log = folder.resolve("bot.log");
        Process bot = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LinekeeperApplication.class.getName(),
                        "--server.port=0",
                        "--linekeeper.data-folder=" + data,
                        "--spring.datasource.url=jdbc:h2:file:" + data.resolve("linekeeper"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !bot.isAlive() || Files.readString(log).contains("Started LinekeeperApplication"));
            bot.destroy();
            assertThat(bot.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            bot.destroyForcibly();
        }
        assertThat(Files.readString(log)).contains("Started").doesNotContain(" ERROR ", "Exception");
        assertThat(data).isDirectoryNotContaining("glob:**.trace.db").isDirectoryNotContaining("glob:**.lock.db");
        String password = Files.readString(data.resolve("linekeeper.password"));
        DriverManager.getConnection("jdbc:h2:file:" + data.resolve("linekeeper"), "", password)
                .close();
    }
}

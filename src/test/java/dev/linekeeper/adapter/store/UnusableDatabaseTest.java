package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnusableDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void a_file_that_another_process_holds_is_named_as_such() throws Exception {
        try (var store = OpenedStore.inFile(folder, Clock.systemUTC())) {
            assertThat(store.requests().latest(1)).isEmpty();
            var other = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Opening.class.getName(),
                            "jdbc:h2:file:" + folder.resolve("store"))
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("in use by another process");
        }
    }

    /** What another process would see. */
    public static final class Opening {
        public static void main(String[] url) {
            System.out.println(analysis(url[0], "sa", "").getDescription());
        }
    }

    @Test
    void a_wrong_password_is_named_as_such() {
        OpenedStore.inFile(folder, Clock.systemUTC()).close();
        assertThat(analysis("jdbc:h2:file:" + folder.resolve("store"), "sa", "wrong")
                        .getAction())
                .contains("spring.datasource.password");
    }

    @Test
    void a_damaged_file_is_named_as_such() throws IOException {
        Files.writeString(folder.resolve("store.mv.db"), "this is no database".repeat(1000));
        assertThat(analysis("jdbc:h2:file:" + folder.resolve("store"), "sa", "").getDescription())
                .contains("damaged");
    }

    @Test
    void a_server_that_does_not_answer_is_named_as_such() {
        assertThat(analysis("jdbc:postgresql://127.0.0.1:9/linekeeper", "sa", "")
                        .getAction())
                .contains("host and port");
    }

    private static FailureAnalysis analysis(String url, String user, String password) {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            pool.setUsername(user);
            pool.setPassword(password);
            var failure = new IllegalStateException(catchThrowable(pool::getConnection));
            var analysis = new UnusableDatabaseAnalyzer().analyze(failure);
            assertThat(analysis).as(failure.toString()).isNotNull();
            return analysis;
        }
    }
}

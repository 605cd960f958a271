package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.linekeeper.adapter.store.ThrowAwayPostgres;
import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.conversation.Chatroom;
import dev.linekeeper.conversation.ConnectorStandIn;
import dev.linekeeper.conversation.ConnectorStandIn.Trouble;
import dev.linekeeper.conversation.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A bot that is killed after it acknowledged a message and before Teams took the answer. */
class KilledProcessTest {
    private static final Someone ANA = Someone.of("5e43303f-8f5c-57de-abb6-c2c813ee3de4", "Ana Ruiz");
    private static final String TENANT = "e9641faa-2085-57b6-9eaa-a34c054d665e";
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    Path folder;

    private final ConnectorStandIn teams = ConnectorStandIn.start();
    private final AtomicInteger hanging = new AtomicInteger();
    private Optional<Process> bot = Optional.empty();

    @AfterEach
    void stop() {
        bot.ifPresent(Process::destroyForcibly);
        teams.close();
    }

    @Test
    void the_next_start_answers_what_it_had_acknowledged() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("store");
        Chatroom chat = killedWhileItAnswers("--spring.datasource.url=" + url);
        String password = Files.readString(folder.resolve("store.password"));
        var database = new DriverManagerDataSource(url, "", password);
        assertThat(JdbcClient.create(database)
                        .sql("select activity from kept_activity")
                        .query(String.class)
                        .single())
                .contains("xyzzy");
        try (var next = start("--spring.datasource.url=" + url)) {
            isAnsweredOnce(chat, next.getBean(JdbcClient.class));
        }
    }

    @Test
    void another_replica_answers_what_it_had_acknowledged() throws Exception {
        try (HikariDataSource database = ThrowAwayPostgres.freshDatabase();
                var other = start(
                        "--spring.datasource.url=" + database.getJdbcUrl(), "--spring.datasource.username=postgres")) {
            Chatroom chat = killedWhileItAnswers(
                    "--spring.datasource.url=" + database.getJdbcUrl(), "--spring.datasource.username=postgres");
            isAnsweredOnce(chat, other.getBean(JdbcClient.class));
        }
    }

    private void isAnsweredOnce(Chatroom chat, JdbcClient store) throws IOException {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(messages()).isEqualTo(1));
        chat.as(ANA).sees("help");
        await().untilAsserted(() -> assertThat(store.sql("select count(*) from kept_activity")
                        .query(Long.class)
                        .single())
                .isZero());
        assertThat(messages()).isEqualTo(1);
        assertThat(Files.readString(log())).doesNotContain("xyzzy");
    }

    private long messages() {
        return teams.received(one -> one.type().equals("message")).size();
    }

    /** A bot of its own process, which is told something, acknowledges it, and is killed before Teams takes the answer. */
    private Chatroom killedWhileItAnswers(String... settings) throws Exception {
        Process process = process(settings);
        bot = Optional.of(process);
        await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive() || port().isPresent());
        var chat = new Chatroom(port().orElseThrow(), teams, TENANT);
        teams.rule(_ -> {
            hanging.incrementAndGet();
            return Optional.of(Trouble.silence());
        });
        assertThat(chat.post(chat.as(ANA).activities().message("xyzzy")).statusCode())
                .isEqualTo(200);
        assertThat(hanging).as("the answer is on its way").hasPositiveValue();
        process.destroyForcibly().waitFor();
        teams.rule(_ -> Optional.empty());
        return chat;
    }

    private Process process(String... settings) throws IOException {
        var command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LinekeeperApplication.class.getName()),
                        Stream.of(settings),
                        common())
                .flatMap(parts -> parts)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(LinekeeperApplication.class)
                .run(Stream.of(Stream.of(settings), common(), Stream.of("--spring.main.keep-alive=false"))
                        .flatMap(parts -> parts)
                        .toArray(String[]::new));
    }

    private Stream<String> common() {
        return List.of("--server.port=0", "--linekeeper.data-folder=" + folder).stream();
    }

    private Path log() {
        return folder.resolve("bot.log");
    }

    private Optional<Integer> port() throws IOException {
        return PORT.matcher(Files.readString(log()))
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst();
    }
}

package dev.linekeeper.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A serving bot whose audit trail is rewritten by the database's own account. */
@SpringBootTest(
        classes = LinekeeperApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:audit-health", "linekeeper.audit.anchor-interval=1s"})
@DirtiesContext
class AuditHealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path volume;

    @LocalServerPort
    private int port;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient sql;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry settings) {
        settings.add("linekeeper.data-folder", volume::toString);
        settings.add(
                "linekeeper.audit.anchor-file", () -> volume.resolve("anchors").toString());
    }

    @Test
    void health_turns_yellow_and_the_bot_goes_on_serving() {
        trail.append(entry("one"));
        trail.append(entry("two"));
        await().atMost(PATIENCE)
                .until(() ->
                        Files.exists(volume.resolve("anchors")) && anchors().contains(" 2 "));
        assertThat(get("/actuator/health").body()).contains("\"audit\":{\"status\":\"UP\"}");

        sql.sql("delete from audit").update();
        sql.sql("update audit_head set number = 0, hash = ?")
                .param("0".repeat(64))
                .update();
        trail.append(entry("forged"));
        trail.append(entry("forged too"));
        trail.append(entry("and one more"));

        await().atMost(PATIENCE)
                .until(() -> get("/actuator/health").body().contains("\"audit\":{\"status\":\"ATTENTION\"}"));
        HttpResponse<String> health = get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"ATTENTION\"").doesNotContain("firstBadRecord");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
        assertThat(anchors()).as("nothing forged is noted").doesNotContain(" 3 ");
    }

    private static String anchors() {
        try {
            return Files.readString(volume.resolve("anchors"));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private HttpResponse<String> get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static AuditEntry entry(String what) {
        return new AuditEntry(
                Clock.systemUTC().instant(),
                Optional.of(new UserId("ana")),
                Action.SETTING,
                Optional.empty(),
                Optional.empty(),
                Map.of("what", what));
    }
}

package dev.linekeeper.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.conversation.Someone;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What comes in that is no conversation: broken, large, slow or too much; and the pages anybody may read. */
@TestPropertySource(properties = {"linekeeper.pace.per-person=3", "linekeeper.pace.per-conversation=5"})
class DoorsTest extends BotInARoom {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String HEAD =
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @TempDir
    static Path pages;

    private Someone ana;

    @DynamicPropertySource
    static void owners(DynamicPropertyRegistry settings) {
        settings.add("linekeeper.web.pages", pages::toString);
    }

    @BeforeEach
    void newcomer() {
        ana = Someone.of(UUID.randomUUID().toString(), "Ana");
    }

    static Stream<String> whatTomcatRefuses() {
        return Stream.of(
                "NONSENSE\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /<script>alert(1)</script> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: what\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("whatTomcatRefuses")
    @Requirement("T6")
    void what_the_server_refuses_says_no_more_than_that(String request) throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).matches("(?s)HTTP/1.1 (4|5)\\d\\d.*");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("tomcat", "apache", "<html", "exception", "script", "java.", "\nserver:");
            assertThat(answer).contains("application/problem+json", "\"reference\"");
        }
    }

    @Test
    @Tag("long")
    @Requirement("T35")
    void what_comes_drop_by_drop_is_cut_off() throws Exception {
        String length = "Content-Length: 1000\r\n\r\n";
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var headers = threads.submit(() -> dripped("GET / HTTP/1.1\r\nHost: localhost\r\nX: "));
            var body = threads.submit(() -> dripped(HEAD + length));
            var unread = threads.submit(() -> dripped(HEAD.replace("/api/messages", "/elsewhere") + length));
            assertThat(headers.get()).isLessThan(Duration.ofSeconds(15));
            assertThat(body.get()).isLessThan(Duration.ofSeconds(25));
            assertThat(unread.get()).isLessThan(Duration.ofSeconds(25));
        }
        assertThat(script.heard()).isEmpty();
    }

    /** How long somebody is listened to who sends two letters a second. */
    private Duration dripped(String beginning) throws Exception {
        long start = System.nanoTime();
        try (var socket = connected()) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (System.nanoTime() - start < PATIENCE.toNanos()) {
                Thread.sleep(500);
                socket.getOutputStream().write('x');
            }
        } catch (SocketException _) {
            // Closed at the other end.
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private Socket connected() throws IOException {
        return new Socket("127.0.0.1", port);
    }

    @Test
    void who_says_too_much_at_once_is_asked_for_a_moment_and_others_are_answered() {
        for (int i = 0; i < 3; i++) {
            chat.as(ana).says("check adele " + i);
        }
        chat.as(ana).says("check adele again").sees("A moment, please");
        assertThat(script.heard()).hasSize(3);

        String pressed = chat.post(chat.as(ana)
                        .activities()
                        .execute("approve", JsonMapper.shared().createObjectNode(), "1:1"))
                .body();
        assertThat(pressed).contains("A moment, please");
        assertThat(script.heard()).hasSize(3);

        var other = Someone.of(UUID.randomUUID().toString(), "Lee");
        chat.as(other).says("check adele").seesCard("heard");
    }

    @Test
    void a_channel_has_a_pace_however_many_speak_in_it() {
        for (int i = 0; i < 5; i++) {
            chat.inChannel(Someone.of(UUID.randomUUID().toString(), "Somebody " + i))
                    .says("check adele");
        }
        int heard = script.heard().size();
        chat.inChannel(ana).says("check adele");
        assertThat(script.heard()).hasSize(heard);
    }

    @Test
    void the_owner_may_put_a_page_in_the_place_of_ours() throws IOException {
        assertThat(page("/privacy")).contains("Datenschutz");
        Files.writeString(pages.resolve("privacy.html"), "<p>Contoso's own</p>");
        assertThat(page("/privacy")).isEqualTo("<p>Contoso's own</p>");
        assertThat(page("/terms")).contains("Nutzungsbedingungen");
    }

    private String page(String path) {
        return chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build())
                .body();
    }
}

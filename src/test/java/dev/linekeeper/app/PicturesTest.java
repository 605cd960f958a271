package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.service.requests.RequestStore;
import dev.linekeeper.simulator.playground.Chromium;
import dev.linekeeper.simulator.playground.PlaygroundPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A picture of the card of a request in every state, and of the other answers, in {@code target/pictures}. */
@Tag("long")
@SpringBootTest(classes = LinekeeperApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path STORED = Path.of("src/test/resources/store/0.1.0");
    private static final List<String> SENTENCES = List.of(
            "help",
            "whoami",
            "check diego",
            "check London",
            "check all",
            "digest",
            "news",
            "check alex",
            "plan christie with Seattle",
            "caller id of diego",
            "emergency of diego",
            "emergency London",
            "impact London",
            "why can't diego call",
            "requests",
            "enrol",
            "policies",
            "accounts",
            "doctor",
            "nonsense");

    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private RequestStore requests;

    @DynamicPropertySource
    static void aCopy(DynamicPropertyRegistry settings) throws IOException {
        try (Stream<Path> files = Files.list(STORED)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        settings.add("linekeeper.data-folder", folder::toString);
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("linekeeper"));
    }

    @Test
    void every_state_and_every_answer_has_its_picture() throws IOException {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Request request : requests.latest(100)) {
            wanted.put(request.getClass().getSimpleName() + "-" + request.id(), "request " + request.id());
        }
        SENTENCES.forEach(sentence -> wanted.put(sentence.replaceAll("[^A-Za-z]+", "-"), sentence));
        Files.createDirectories(PICTURES);
        try (var chromium = Chromium.start();
                var context = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-US"))) {
            var page = PlaygroundPage.open(context.newPage(), "http://localhost:" + port, "ana.ruiz");
            for (var picture : wanted.entrySet()) {
                int before = page.messages();
                page.say(picture.getValue());
                await().until(() -> page.messages() >= before + 2);
                page.screenshot(PICTURES.resolve(picture.getKey() + ".png"));
            }
            assertThat(page.complaints()).isEmpty();
        }
        wanted.keySet()
                .forEach(name -> assertThat(PICTURES.resolve(name + ".png")).isNotEmptyFile());
    }
}

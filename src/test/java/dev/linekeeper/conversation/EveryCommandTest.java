package dev.linekeeper.conversation;

import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.LinekeeperApplication;
import dev.linekeeper.timing.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Everything that can be said, said by everyone, in every language, over the bot endpoint with the demo tenant. In an
 * ordinary build each person says a sentence in one of the languages, each sentence being heard in all of them.
 */
@SpringBootTest(classes = LinekeeperApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryCommandTest {
    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();
    private static final List<String> LOCALES = List.of("en-GB", "de-DE", "fr-FR");
    private static final Pattern RAW = Pattern.compile(
            "\\$\\{|\\b(chat|card|word|doctor|readiness|callerid|emergency|plan|diagnosis|risk|undo)\\.[A-Za-z]+[-.\\w]*|\\{\\d");

    /** So many messages a chat gets at once; then 1.5 a second. */
    private static final int AT_ONCE = 4;

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("linekeeper"));
        settings.add("linekeeper.data-folder", () -> folder.toString());
    }

    @AfterAll
    static void stop() {
        CONNECTOR.close();
    }

    @Test
    void everybody_gets_an_answer_and_nobody_more_than_their_roles_allow() throws Exception {
        var chat = new Chatroom(port, CONNECTOR, SentencesByRole.CONTOSO);
        var problems = new SoftAssertions();
        var roles = new ArrayList<>(SentencesByRole.PEOPLE.keySet());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var speaking = new ArrayList<Future<?>>();
            SentencesByRole.PEOPLE.forEach((role, person) ->
                    speaking.add(people.submit(() -> says(chat, role, roles.indexOf(role), person, problems))));
            for (Future<?> one : speaking) {
                one.get();
            }
        }
        problems.assertAll();
    }

    private static void says(Chatroom chat, String role, int turn, Someone person, SoftAssertions problems) {
        var sentences = new ArrayList<>(SentencesByRole.MAY.keySet());
        sentences.sort(null);
        for (String locale : LOCALES) {
            int part = LOCALES.indexOf(locale);
            List<String> due = IntStream.range(0, sentences.size())
                    .filter(at -> Sampling.whole() || (at + turn) % LOCALES.size() == part)
                    .mapToObj(sentences::get)
                    .toList();
            for (int from = 0; from < due.size(); from += AT_ONCE) {
                Talk talk = chat.inNewChat(person.speaking(locale));
                for (String sentence : due.subList(from, Math.min(from + AT_ONCE, due.size()))) {
                    String answer = answer(talk, sentence);
                    synchronized (problems) {
                        check(role, sentence, locale, answer, problems);
                    }
                }
            }
        }
    }

    private static void check(String role, String sentence, String locale, String answer, SoftAssertions problems) {
        boolean refused = answer.contains("✗ \"") || answer.contains("✗ „") || answer.contains("✗ «");
        String what = "%s says '%s' (%s): %s".formatted(role, sentence, locale, answer);
        problems.assertThat(
                        RAW.matcher(answer).results().map(hit -> hit.group()).toList())
                .as(what)
                .isEmpty();
        problems.assertThat(answer).as(what).isNotBlank().doesNotContain("Something went wrong");
        problems.assertThat(refused)
                .as(what)
                .isEqualTo(!SentencesByRole.MAY.get(sentence).contains(role));
    }

    /** What comes unasked answers to nothing. */
    private static boolean isAnswer(Received message) {
        return !message.activity().path("replyToId").asString("").isEmpty();
    }

    /** The newest message of the conversation that is an answer to this. */
    private static String answer(Talk talk, String sentence) {
        int before = mine(talk).size();
        talk.says(sentence);
        await().until(() -> mine(talk).size() > before);
        return mine(talk).getLast().text();
    }

    private static List<Received> mine(Talk talk) {
        return CONNECTOR.received().stream()
                .filter(one -> one.conversationId().equals(talk.activities().conversationId()))
                .filter(one -> one.type().equals("message") && isAnswer(one))
                .toList();
    }
}

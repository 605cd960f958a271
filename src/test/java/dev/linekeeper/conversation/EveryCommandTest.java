package dev.linekeeper.conversation;

import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.LinekeeperApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Everything that can be said, said by everyone, in every language, over the bot endpoint with the demo tenant. */
@SpringBootTest(classes = LinekeeperApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EveryCommandTest {
    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();
    static final String CONTOSO = "e9641faa-2085-57b6-9eaa-a34c054d665e";
    private static final Pattern RAW = Pattern.compile(
            "\\$\\{|\\b(chat|card|word|doctor|readiness|callerid|emergency|plan|diagnosis|risk|undo)\\.[A-Za-z]+[-.\\w]*|\\{\\d");
    static final Map<String, Someone> PEOPLE = Map.of(
            "admin", Someone.of("5e43303f-8f5c-57de-abb6-c2c813ee3de4", "Ana Ruiz"),
            "approver", Someone.of("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6", "Lee Chen"),
            "helpdesk", Someone.of("fe147551-6c85-57ee-9d11-c1a9a6d85215", "Hana Kim"),
            "auditor", Someone.of("b0f8129b-0cfc-550b-b815-33141382a2a3", "Ingrid Dahl"),
            "user", Someone.of("439c272f-f89f-5cd1-b4af-06251327c7f3", "Adele Vance"));

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

    /** What is said, and who may say it; everybody else is told which role it takes. */
    static final Map<String, List<String>> MAY = Map.ofEntries(
            Map.entry("help", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("whoami", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("what's my caller ID", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("emergency", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("check diego", List.of("admin", "helpdesk")),
            Map.entry("check London", List.of("admin", "helpdesk")),
            Map.entry("check all", List.of("admin", "helpdesk")),
            Map.entry("check alex", List.of("admin", "helpdesk")),
            Map.entry("check megan with Seattle", List.of("admin", "helpdesk")),
            Map.entry("plan christie with Seattle", List.of("admin", "helpdesk")),
            Map.entry("caller id of diego", List.of("admin", "helpdesk")),
            Map.entry("emergency of diego", List.of("admin", "helpdesk")),
            Map.entry("emergency London", List.of("admin", "helpdesk")),
            Map.entry("what happens if diego dials 911", List.of("admin", "helpdesk")),
            Map.entry("what happens if I dial 112", List.of("admin", "approver", "helpdesk", "auditor", "user")),
            Map.entry("impact London", List.of("admin", "helpdesk", "auditor")),
            Map.entry("what happens if +44 20 7946 0100 goes away", List.of("admin", "helpdesk", "auditor")),
            Map.entry("impact +15005550006", List.of("admin", "helpdesk", "auditor")),
            Map.entry("impact nothing-like-it", List.of("admin", "helpdesk", "auditor")),
            Map.entry("why can't diego call", List.of("admin", "helpdesk")),
            Map.entry("requests", List.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("request 1001", List.of("admin", "approver", "helpdesk", "auditor")),
            Map.entry("enrol", List.of("admin")),
            Map.entry("enrol diego with Nowhere", List.of("admin")),
            Map.entry("enrol christie with Seattle", List.of("admin")),
            Map.entry("enrol christie, megan and elvia with Seattle", List.of("admin")),
            Map.entry("move joni to London", List.of("admin")),
            Map.entry("remove joni", List.of("admin")),
            Map.entry("undo 1001", List.of("admin")),
            Map.entry("doctor", List.of("admin")),
            Map.entry("export 1001", List.of("admin", "approver", "auditor")),
            Map.entry("done 1001", List.of("admin")),
            Map.entry("cancel 999", List.of("admin")),
            Map.entry("policies", List.of("admin", "helpdesk", "auditor")),
            Map.entry("accounts", List.of("admin", "helpdesk", "auditor")),
            Map.entry("approve 999", List.of("approver")),
            Map.entry("deny 1001", List.of("approver")),
            Map.entry("audit 1001", List.of("auditor")),
            Map.entry("audit joni", List.of("auditor")));

    @Test
    void everybody_gets_an_answer_and_nobody_more_than_their_roles_allow() {
        var chat = new Chatroom(port, CONNECTOR, CONTOSO);
        var problems = new SoftAssertions();
        var sentences = new ArrayList<>(MAY.keySet());
        sentences.sort(null);
        for (String locale : List.of("en-GB", "de-DE", "fr-FR")) {
            PEOPLE.forEach((role, person) -> {
                Talk talk = chat.as(person.speaking(locale));
                for (String sentence : sentences) {
                    String answer = answer(talk, sentence);
                    boolean refused = answer.contains("✗ \"") || answer.contains("✗ „") || answer.contains("✗ «");
                    String what = "%s says '%s' (%s): %s".formatted(role, sentence, locale, answer);
                    problems.assertThat(RAW.matcher(answer)
                                    .results()
                                    .map(hit -> hit.group())
                                    .toList())
                            .as(what)
                            .isEmpty();
                    problems.assertThat(answer).as(what).isNotBlank().doesNotContain("Something went wrong");
                    problems.assertThat(refused)
                            .as(what)
                            .isEqualTo(!MAY.get(sentence).contains(role));
                }
            });
        }
        problems.assertAll();
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
                .filter(one -> one.type().equals("message"))
                .toList();
    }
}

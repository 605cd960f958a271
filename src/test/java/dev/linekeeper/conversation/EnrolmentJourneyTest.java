package dev.linekeeper.conversation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import java.nio.file.Path;

/** The main job from end to end, over the bot endpoint, with the demo tenant and everything wired as it ships. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EnrolmentJourneyTest {
    private static final ConnectorStandIn CONNECTOR = ConnectorStandIn.start();
    private static final String CONTOSO = "e9641faa-2085-57b6-9eaa-a34c054d665e";

    private static final Someone ANA = Someone.of("5e43303f-8f5c-57de-abb6-c2c813ee3de4", "Ana Ruiz");
    private static final Someone LEE = Someone.of("2bcadb2f-2b54-5310-adc4-3a91a5ed46f6", "Lee Chen");
    private static final Someone ADELE = Someone.of("439c272f-f89f-5cd1-b4af-06251327c7f3", "Adele Vance");

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    private Chatroom chat;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("linekeeper"));
        settings.add("linekeeper.data-folder", () -> folder.toString());
    }

    @BeforeEach
    void start() {
        chat = new Chatroom(port, CONNECTOR, CONTOSO);
    }

    @AfterAll
    static void stop() {
        CONNECTOR.close();
    }

    @Test
    void somebody_is_enrolled_approved_applied_proved_and_taken_back() {
        Talk lee = chat.as(LEE).says("whoami").sees("Lee Chen", "approver");
        chat.as(ADELE).says("what's my caller ID").sees("cannot call outside numbers");

        Talk ana = chat.as(ANA)
                .says("enrol adele with London because she joins the sales desk")
                .seesCard("Enrol Adele Vance in Shared Calling with London", "Waiting", "she joins the sales desk");
        lee.sees("Enrol Adele Vance", "Ana Ruiz", "You are an approver").presses("Approve").sees("Approved by Lee Chen");
        ana.sees("✅ Done", "Read back");
        lee.sees("✅ Done");

        chat.as(ANA).says("check adele").sees("Check Adele Vance", "ready");
        chat.as(ADELE).sees("You can call with Shared Calling").says("what's my caller ID").sees("People you call see");

        ana.says("undo 1001").seesCard("Undo for Adele Vance");
        lee.sees("Undo for Adele Vance", "⏳ Waiting").presses("Approve");
        ana.sees("Undo for Adele Vance", "✅ Done");
        chat.as(ADELE).says("what's my caller ID").sees("cannot call outside numbers");
    }
}

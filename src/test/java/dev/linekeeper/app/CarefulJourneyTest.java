package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.chat.commands.BatchResultFile;
import dev.linekeeper.conversation.Talk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A batch of which one is first, through the whole application: a fault holds it, somebody says go on, it ends. */
@TestPropertySource(properties = "linekeeper.bulk.canary=1")
class CarefulJourneyTest extends DemoJourney {
    private static final String THREE = " adele.vance@contoso.example, alex.wilber@contoso.example and"
            + " megan.bowen@contoso.example with Seattle";

    @Autowired
    private BatchResultFile result;

    @BeforeEach
    void theyHaveWrittenBefore() {
        as("lee.chen").says("hello");
        as("priya.nair").says("hello");
    }

    @Test
    void a_fault_with_the_first_holds_the_others_until_somebody_goes_on_and_what_was_done_is_taken_back() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        Talk priya = as("priya.nair");
        ana.says("enrol" + THREE).seesCard("Enrol 3 people", "Once it is approved, one is done first");
        String request = requestShownTo(ana);
        fault("{\"kind\":\"access-denied\",\"path\":\"assign\",\"times\":1}");
        lee.seesCard("Enrol 3 people").presses("Approve");

        waitUntilItSays(lee, "Not all of those who were first ended well");
        lee.seesCard("On hold", "0 of 3 done, 1 stopped", "2 still to come");
        waitUntilItSays(ana, "Not all of those who were first ended well");
        assertThat(lee.buttons()).contains("Go on", "Stop for good", "Try again who stopped");
        ana.says("resume " + request).seesCard("Enrol 3 people", "Applying");
        waitUntilItSays(ana, "2 of 3 done, 1 stopped. Approved by Lee Chen; ended");

        ana.says("retry " + request);
        waitUntilItSays(ana, "One is tried again");
        waitUntilItSays(ana, "3 of 3 done. Approved by Lee Chen; ended");
        ana.says("result " + request);
        await().untilAsserted(() -> assertThat(connector.received())
                .anyMatch(sent -> sent.activity().toString().contains("SC-%s.csv".formatted(request))));
        assertThat(resultFor("ana.ruiz", request))
                .startsWith("\uFEFFrequest,user,name,id,state,reason\r\n")
                .contains(",megan.bowen@contoso.example,Megan Bowen,")
                .contains("✓ Done,")
                .hasLineCount(4);
        assertThat(resultFor("megan.bowen", request)).as("whose it is not").isEmpty();
        ana.says("undo " + request).seesCard("Take back what was done for 3 people", "Waiting");
        lee.seesCard("Take back").presses("Approve").presses("Yes, approve");
        priya.seesCard("Take back", "1 of 2").presses("Approve").presses("Yes, approve");
        waitUntilItSays(ana, "3 taken back");

        ana.says("enrol" + THREE).seesCard("Enrol 3 people", "Waiting");
        String second = requestShownTo(ana);
        fault("{\"kind\":\"slow\",\"path\":\"assign\",\"millis\":2000,\"times\":9}");
        lee.seesCard("Enrol 3 people", "Waiting").presses("Approve");
        priya.says("pause " + second).seesCard("On hold", "Paused by Priya Nair");
        ana.says("resume " + second).seesCard("Priya Nair paused it", "On hold");
        ana.says("stop " + second).seesCard("Stopped by Ana Ruiz");
        waitUntilItSays(ana, "not done. Approved by Lee Chen; ended");
        ana.says("pause " + second).seesCard("That cannot be done with it as it stands now");
    }

    private String resultFor(String alias, String request) {
        return result.content(request, entry(alias).id())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static void waitUntilItSays(Talk talk, String text) {
        await().atMost(Duration.ofMinutes(1)).until(() -> talk.transcript().contains(text));
    }

    private void fault(String wish) {
        chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/emulator/faults".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish))
                .build());
    }
}

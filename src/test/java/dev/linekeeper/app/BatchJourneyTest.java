package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.conversation.Received;
import dev.linekeeper.conversation.Talk;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people in one sentence: one request, one decision and one card, through the whole application. */
class BatchJourneyTest extends DemoJourney {
    @BeforeEach
    void theyHaveWrittenBefore() {
        as("lee.chen").says("hello");
        as("priya.nair").says("hello");
    }

    @Test
    void three_are_asked_for_approved_once_done_and_taken_back_together_and_of_two_one_stops() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        Talk priya = as("priya.nair");
        Talk megan = as("megan.bowen");
        megan.says("whoami").seesCard("Megan Bowen");

        ana.says("enrol adele.vance@contoso.example, alex.wilber@contoso.example and megan.bowen@contoso.example"
                        + " with Seattle because the sales desk opens")
                .seesCard("Enrol 3 people", "Waiting", "Adele Vance", "Alex Wilber", "Megan Bowen");
        String request = requestShownTo(ana);

        lee.seesCard("Enrol 3 people", "the sales desk opens", "Ana Ruiz", "Adele Vance");
        assertThat(lee.buttons()).contains("Approve", "Deny", "Show everybody");
        ana.says("people in " + request).seesCard("Alex Wilber", "Waiting for one approval");
        lee.presses("Approve");
        waitUntilItSays(lee, "3 of 3 done");
        lee.seesCard("3 of 3 done", "Approved by Lee Chen", "Done");
        priya.seesCard("3 of 3 done");
        ana.seesCard("Enrol 3 people", "3 of 3 done");
        megan.seesCard("You can call with Shared Calling");
        lee.doesNotSee("Enrol Adele Vance");
        assertThat(postedTo("priya.nair", "Enrol")).as("cards of the batch").hasSize(1);

        ana.says("undo %s because wrong week".formatted(request))
                .seesCard("Take back what was done for 3 people", "Waiting");
        lee.seesCard("Take back", "High").presses("Approve").seesCard("What is lost", "Adele Vance");
        lee.presses("Yes, approve").seesCard("1 of 2", "Lee Chen approved");
        priya.seesCard("Take back", "1 of 2").presses("Approve").presses("Yes, approve");
        waitUntilItSays(ana, "3 taken back");
        ana.seesCard("Take back what was done for 3 people", "3 of 3 done");
        ana.seesCard("Enrol 3 people", "3 taken back");
        megan.seesCard("You can't call outside numbers from Teams anymore");

        ana.says("enrol alex.wilber@contoso.example, alex.wilber@contoso.example and"
                        + " megan.bowen@contoso.example with Seattle")
                .seesCard("Enrol 2 people", "Waiting");
        lee.seesCard("Enrol 2 people", "Waiting");
        fault("{\"kind\":\"access-denied\",\"path\":\"assign\",\"times\":1}");
        lee.presses("Approve");
        waitUntilItSays(ana, "1 of 2 done, 1 stopped");
        ana.seesCard("Enrol 2 people", "1 of 2 done, 1 stopped", "Stopped at step", "request SC-");
    }

    /** Several people take longer than one answer does. */
    private static void waitUntilItSays(Talk talk, String text) {
        await().atMost(Duration.ofMinutes(1)).until(() -> talk.transcript().contains(text));
    }

    private void fault(String wish) {
        chat.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/emulator/faults".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish))
                .build());
    }

    private List<Received> postedTo(String alias, String text) {
        return connector.received().stream()
                .filter(one -> one.method().equals("POST") && one.text().contains(text))
                .filter(one -> one.conversationId().contains(id(alias)))
                .toList();
    }

    private String id(String alias) {
        return entry(alias).id().value();
    }
}

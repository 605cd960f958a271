package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.conversation.Talk;
import org.junit.jupiter.api.Test;

/** Requests that do the same, approved together, through the whole application. */
class EqualRequestsJourneyTest extends DemoJourney {
    @Test
    void equal_requests_that_wait_are_approved_by_one_press_under_the_list() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen");
        ana.says("enrol adele.vance@contoso.example with Seattle").seesCard("Waiting");
        ana.says("enrol alex.wilber@contoso.example with Seattle").seesCard("Waiting");
        lee.says("requests").seesCard("wait for a decision");
        assertThat(lee.buttons()).anyMatch(button -> button.startsWith("Approve these 2"));
        lee.presses(lee.buttons().stream()
                        .filter(button -> button.startsWith("Approve these"))
                        .findFirst()
                        .orElseThrow())
                .seesCard("Decided together", "2 of 2 approved");
    }
}

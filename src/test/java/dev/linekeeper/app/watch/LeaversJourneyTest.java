package dev.linekeeper.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.DemoJourney;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.service.watch.DirectoryWatch;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.state.OpenedTenant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** People leave, lose the licence and move behind our back, and the directory tells by delta query: through the whole application. */
@TestPropertySource(properties = {"linekeeper.watch.most=2", "linekeeper.watch.every=0"})
class LeaversJourneyTest extends DemoJourney {
    private static final String DISABLED = "\"kind\":\"account\",\"enabled\":false";

    @Autowired
    private DirectoryWatch watch;

    @Autowired
    private OpenedTenant tenant;

    @Test
    void a_leaver_is_asked_for_others_are_told_of_and_many_are_a_question() {
        Talk ana = as("ana.ruiz").says("hello");
        Talk lee = as("lee.chen").says("hello");
        Talk priya = as("priya.nair").says("hello");
        watch.run();
        ana.says("leavers").seesCard("Nobody under Shared Calling");

        happens(DISABLED, "joni.sherman");
        watch.run();
        waitFor(lee, "The account is disabled");
        lee.seesCard("Joni Sherman", "Linekeeper", "The account is disabled", "tell the licence team");
        String request = requestShownTo(lee);
        ana.says("leavers").seesCard("Joni Sherman", "The removal is SC-" + request);
        lee.presses("Approve").seesCard("What is lost");
        lee.presses("Yes, approve").seesCard("1 of 2", "Lee Chen approved");
        priya.seesCard("Joni Sherman", "1 of 2").presses("Approve").presses("Yes, approve");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            watch.run();
            return ana.transcript().contains("Joni Sherman is out of Shared Calling");
        });
        ana.seesCard("Joni Sherman is out of Shared Calling", "Teams Phone can be taken away now");
        ana.says("history joni").seesCard("by SC-" + request);

        happens("\"kind\":\"expired-licence\"", "lidia.holloway");
        watch.run();
        waitFor(ana, "Lidia Holloway has no Teams Phone licence any more");
        ana.seesCard("Lidia Holloway has no Teams Phone licence any more");
        assertThat(ana.buttons()).contains("Ask for their removal", "What their settings were", "Leave it");
        ana.presses("Leave it").seesCard("Lidia Holloway stays as they are");
        ana.says("leavers").seesCard("Nobody under Shared Calling");

        happens("\"kind\":\"moved\",\"country\":\"GB\",\"department\":\"Sales\"", "irvin.sayers");
        watch.run();
        waitFor(ana, "Irvin Sayers works somewhere else now");
        ana.seesCard("US", "GB", "Engineering", "Sales", "No longer fits");
        assertThat(ana.buttons()).contains("Move to London", "Leave it");
        ana.presses("Move to London").seesCard("Irvin Sayers", "London", "Waiting");

        happens("\"kind\":\"deleted-account\"", "delia.dennis");
        watch.run();
        waitFor(ana, "The account of Delia Dennis was deleted");
        ana.seesCard("Entra keeps it for 30 days");

        List.of("carlos.slattery", "xavier.costa", "yuki.tanaka").forEach(name -> happens(DISABLED, name));
        watch.run();
        waitFor(ana, "3 people under Shared Calling were disabled at once");
        ana.seesCard("Carlos Slattery", "may be a mistake");
        ana.presses("Ask for their removal").seesCard("3 people", "Waiting");

        Talk sam = chat.as(someone("sam.okafor").speaking("de-DE")).says("hallo");
        happens("\"kind\":\"expired-licence\"", "zoe.keller");
        watch.run();
        waitFor(sam, "Zoe Keller hat keine Teams-Phone-Lizenz mehr");
    }

    private void happens(String change, String alias) {
        new FaultSwitches(new ActiveFaults(), tenant.model())
                .add("{\"person\":\"%s@contoso.example\",%s}".formatted(alias, change));
    }

    private static void waitFor(Talk talk, String text) {
        await().atMost(Duration.ofMinutes(1)).until(() -> talk.transcript().contains(text));
    }
}

package dev.linekeeper.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.DemoJourney;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.service.watch.GroupWatch;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.state.OpenedTenant;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A group is enrolled and somebody joins it behind our back: through the whole application. */
@TestPropertySource(properties = {"linekeeper.watch.groups=0", "linekeeper.bulk.canary=0"})
class GroupsJourneyTest extends DemoJourney {
    @Autowired
    private GroupWatch watch;

    @Autowired
    private OpenedTenant tenant;

    @Test
    void who_joins_an_enrolled_group_later_is_told_of_looked_at_and_asked_for_by_a_person_alone() {
        Talk ana = as("ana.ruiz").says("hello");
        Talk lee = as("lee.chen").says("hello");
        joins("adele.vance");
        joins("alex.wilber");
        ana.says("watched groups").seesCard("No group was enrolled");
        ana.says("enrol group Auditors with London");
        waitFor(ana, "Nothing was asked for.");
        ana.presses("Ask for the 2 who are ready");
        waitFor(lee, "Enrol 2 people");
        watch.run();
        ana.says("watched groups").seesCard("No group was enrolled");
        lee.seesCard("Enrol 2 people").presses("Approve");
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            watch.run();
            return ana.says("watched groups").transcript().contains("One group: who joins it is told once a day");
        });
        ana.seesCard("Auditors", "London, SC-");
        assertThat(ana.buttons()).contains("Stop watching Auditors");

        joins("zoe.keller");
        joins("alex.weber");
        watch.run();
        waitFor(ana, "One person joined Auditors since it was enrolled");
        ana.seesCard("One person joined Auditors", "Alex Weber", "was enrolled with London (SC-");
        watch.run();
        assertThat(ana.buttons()).contains("Look at them", "Stop watching");
        ana.presses("Look at them").seesCard("Enrol people with London: those who joined the group Auditors");
        String list = requestShownTo(ana);
        waitFor(ana, "1 ready. Nothing was asked for.");
        ana.says("rows of import " + list).seesCard("Row 1: alex.weber@contoso.example");
        assertThat(ana.looksAt().text()).doesNotContain("Row 2", "adele.vance", "zoe.keller", "ingrid.dahl");
        lee.doesNotSee("Alex Weber");
        ana.says("newcomers of auditors").seesCard("those who joined the group Auditors");

        ana.says("stop watching auditors").seesCard("Auditors is no longer watched");
        ana.says("stop watching auditors").seesCard("I watch no such group");
        ana.says("newcomers of auditors").seesCard("I watch no such group");
    }

    private void joins(String alias) {
        new FaultSwitches(new ActiveFaults(), tenant.model())
                .add("{\"kind\":\"joined-group\",\"person\":\"%s@contoso.example\",\"group\":\"Auditors\"}"
                        .formatted(alias));
    }

    private static void waitFor(Talk talk, String text) {
        await().atMost(Duration.ofMinutes(1)).until(() -> talk.transcript().contains(text));
    }
}

package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.conversation.Talk;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail;
import dev.linekeeper.service.history.SettingsSweep;
import dev.linekeeper.simulator.state.OpenedTenant;
import dev.linekeeper.simulator.state.PersonEdit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody takes a licence away by mistake, policies go with it, and all of it comes back: through the whole application. */
class HistoryJourneyTest extends DemoJourney {
    @Autowired
    private SettingsSweep sweep;

    @Autowired
    private OpenedTenant tenant;

    @Autowired
    private AuditTrail trail;

    @Test
    void what_was_lost_behind_our_back_is_seen_asked_for_approved_put_back_and_taken_back() {
        Talk ana = as("ana.ruiz");
        Talk lee = as("lee.chen").says("hello");
        Talk priya = as("priya.nair").says("hello");
        Talk hana = as("hana.kim");
        Talk ingrid = as("ingrid.dahl");
        UserId joni = entry("joni.sherman").id();
        ana.says("history joni").seesCard("I do not know yet what the settings of Joni Sherman were");

        sweep.run();
        var licensed = tenant.model().state();
        tenant.model().change(edit -> new PersonEdit(edit).expirePhoneLicence(joni));
        losesPolicies(joni);
        sweep.run();

        hana.says("history joni")
                .seesCard(
                        "Settings of Joni Sherman", "One change was seen", "by no request of mine", "Lost the licence");
        assertThat(trail.of(joni, 5))
                .anyMatch(record -> record.entry().action() == Action.READ
                        && record.entry()
                                .actor()
                                .filter(entry("hana.kim").id()::equals)
                                .isPresent());
        hana.says("history joni on version 1").seesCard("Voice", "on", "Seattle (direct)", "Teams Phone");
        assertThat(hana.buttons()).doesNotContain("Restore these settings");
        ingrid.says("what changed for joni").seesCard("Lost the licence");
        as("megan.bowen").says("history joni").sees("You may not do that");
        hana.says("restore joni.sherman@contoso.example to yesterday").sees("You may not do that");

        ana.says("restore joni.sherman@contoso.example to yesterday")
                .seesCard("I do not know what the settings of Joni Sherman were then", "They were read first on");
        ana.says("restore joni.sherman@contoso.example to someday").seesCard("is no time that I can read");
        ana.says("restore joni.sherman@contoso.example to before SC-1001").seesCard("I do not know", "before SC-1001");
        ana.says("restore joni.sherman@contoso.example to today").seesCard("Which settings of Joni Sherman are meant?");
        ana.says("restore joni.sherman@contoso.example to version 1")
                .seesCard("The settings of Joni Sherman cannot be restored", "USR-03");

        tenant.model().become(licensed);
        losesPolicies(joni);
        ana.says("history joni on version 1")
                .seesCard("Settings of Joni Sherman as they were read")
                .presses("Restore these settings")
                .seesCard("Restore the settings of Joni Sherman", "Waiting");
        String request = requestShownTo(ana);
        lee.seesCard("Restore the settings of Joni Sherman", "It goes back to what was read")
                .presses("Approve");
        waitUntilItSays(ana, "done and read back");
        ana.seesCard("Restore the settings of Joni Sherman", "Done");
        ana.says("history joni").seesCard("by SC-" + request);
        ana.says("restore joni.sherman@contoso.example to version 1").seesCard("Nothing to do for Joni Sherman");

        ana.says("undo %s because it was meant".formatted(request)).seesCard("Undo for Joni Sherman");
        lee.seesCard("Undo for Joni Sherman", "High").presses("Approve").seesCard("What is lost");
        lee.presses("Yes, approve").seesCard("1 of 2", "Lee Chen approved");
        priya.seesCard("Undo for Joni Sherman", "1 of 2").presses("Approve").presses("Yes, approve");
        waitUntilItSays(ana, "Taken back");
    }

    private void losesPolicies(UserId person) {
        tenant.model().change(edit -> {
            var edits = new PersonEdit(edit);
            edits.revoke(person, PolicyKind.SHARED_CALLING);
            edits.revoke(person, PolicyKind.VOICE_ROUTING);
            edits.revoke(person, PolicyKind.EMERGENCY_CALL_ROUTING);
        });
    }

    private static void waitUntilItSays(Talk talk, String text) {
        await().atMost(Duration.ofMinutes(1)).until(() -> talk.transcript().contains(text));
    }
}

package dev.linekeeper.app.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.app.DemoJourney;
import dev.linekeeper.conversation.Talk;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.drift.DriftLook;
import dev.linekeeper.service.drift.DriftStore;
import dev.linekeeper.service.history.SettingsSweep;
import dev.linekeeper.simulator.faults.ActiveFaults;
import dev.linekeeper.simulator.faults.FaultSwitches;
import dev.linekeeper.simulator.state.GroupEdit;
import dev.linekeeper.simulator.state.OpenedTenant;
import dev.linekeeper.simulator.state.PersonEdit;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings change behind our back, are told once, and are accepted or put back: through the whole application. */
class DriftJourneyTest extends DemoJourney {
    private static final GroupId SEATTLE_GROUP = new GroupId("2a38a68d-c173-5f8e-a9ef-c4b332d0e41c");

    @Autowired
    private SettingsSweep sweep;

    @Autowired
    private DriftLook look;

    @Autowired
    private DriftStore store;

    @Autowired
    private OpenedTenant tenant;

    private Talk ana;
    private Talk lee;

    @BeforeEach
    void everybodyWasReadAndTheAdminsHaveWrittenBefore() {
        ana = as("ana.ruiz").says("hello");
        lee = as("lee.chen").says("hello");
        swept();
    }

    @Test
    void a_groups_grant_that_changed_is_one_card_and_accepted_it_is_told_no_more() {
        ana.doesNotSee("Changed without me");

        tenant.model().change(edit -> new GroupEdit(edit).revoke(SEATTLE_GROUP, PolicyKind.SHARED_CALLING));
        swept();
        waitUntilItSees(ana, "One person lost Seattle because the grant of the group Seattle shared calling changed");
        ana.seesCard(
                "Changed without me",
                "No request of mine did it",
                "They can probably not call any more",
                "Between the readings of",
                "Christie Cline",
                "whoever manages policies of groups in Teams");
        assertThat(ana.buttons()).contains("Accept", "Put back …", "Everybody", "As a file");
        String drift = number(ana);

        Talk hana = as("hana.kim");
        hana.says("drift").seesCard("without me", "SC-" + drift);
        hana.says("accept drift " + drift).sees("You may not do that");
        as("megan.bowen").says("drift").sees("You may not do that");
        hana.says("people in drift " + drift)
                .seesCard("Christie Cline", "Seattle (by group Seattle shared calling) became Global (for everybody)");

        ana.says("drift " + drift).presses("Accept").seesCard("Accepted", "By Ana Ruiz");
        ana.says("accept drift " + drift).seesCard("It had moved on", "Accepted");
        as("ingrid.dahl").says("audit " + drift).seesCard("accepted what had changed");
        swept();
        assertThat(open()).doesNotContain("SC-" + drift);
    }

    @Test
    void what_changed_is_put_back_by_a_request_that_somebody_else_decides() {
        var lost = people("joni.sherman", "omar.haddad", "quentin.dubois");
        revoked(lost);
        swept();
        waitUntilItSees(ana, "3 people lost Seattle, as their direct grant was taken away");
        String drift = number(ana);

        as("sam.okafor").says("ask to put back drift " + drift).seesCard("Nothing was done");
        ana.presses("Put back …").seesCard("Nothing is asked for by that");
        waitUntilItSees(ana, "3 people can be put back");
        lee.doesNotSee("Restore the settings");
        ana.seesCard("Nothing was asked for yet; Ana Ruiz had it looked at").presses("Ask to put back 3 people");
        waitUntilItSees(ana, "asked for 3 people to be put back with SC-");
        lee.seesCard("Restore the settings of 3 people").presses("Approve");
        waitUntilItSees(lee, "3 of 3 done");
        look.run();
        waitUntilItSees(ana, "3, 3 of them as before again");
        ana.seesCard("Put back", "By SC-");
        swept();
        assertThat(open()).doesNotContain("SC-" + drift);

        revoked(lost.subList(0, 1));
        swept();
        waitUntilItSees(ana, "One person lost Seattle, as their direct grant was taken away");
    }

    @Test
    void who_cannot_be_put_back_is_named_with_whose_job_it_is_and_the_drift_stays_open_for_them() {
        revoked(people("lidia.holloway", "nora.lind"));
        swept();
        waitUntilItSees(ana, "2 people lost Seattle, as their direct grant was taken away");
        String drift = number(ana);
        ana.presses("Put back …");
        waitUntilItSees(ana, "One person can be put back, one cannot");
        ana.seesCard("Nora Lind has the number", "An admin: Release the number")
                .says("people in drift " + drift)
                .seesCard("Nora Lind", "cannot be put back: Nora Lind has the number")
                .says("drift " + drift)
                .presses("Ask to put back one person");
        waitUntilItSees(ana, "asked for one person to be put back with SC-");
        lee.seesCard("Restore the settings of Lidia Holloway").presses("Approve");
        waitUntilItSees(lee, "Done");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            look.run();
            assertThat(ana.transcript()).contains("2, one of them as before again");
        });
        ana.seesCard("2, one of them as before again", "Changed without me");
    }

    @Test
    void what_somebody_sets_right_themselves_is_settled_and_needs_nobody() {
        UserId delia = entry("delia.dennis").id();
        revoked(List.of(delia));
        swept();
        waitUntilItSees(ana, "One person lost Seattle");
        String drift = number(ana);
        tenant.model()
                .change(edit ->
                        new PersonEdit(edit).grant(delia, PolicyKind.SHARED_CALLING, new PolicyName("Seattle")));
        swept();
        ana.says("drift " + drift).seesCard("As before again");
        assertThat(ana.buttons()).doesNotContain("Accept");
        ana.says("put back drift " + drift).seesCard("Nothing was done");
        ana.says("accept drift 999999").seesCard("There is no drift SC-999999");
    }

    @Test
    void what_only_others_change_is_accepted_or_theirs_to_put_back() {
        new FaultSwitches(new ActiveFaults(), tenant.model())
                .add("{\"kind\":\"moved\",\"person\":\"delia.dennis@contoso.example\",\"country\":\"GB\"}");
        swept();
        waitUntilItSees(ana, "The usage location of one person went from US to GB");
        ana.seesCard("that is for whoever looks after accounts");
        assertThat(ana.buttons()).contains("Accept").doesNotContain("Put back …");
    }

    private List<String> open() {
        return store.open().stream().map(open -> open.drift().id().toString()).toList();
    }

    private List<UserId> people(String... aliases) {
        return Stream.of(aliases).map(alias -> entry(alias).id()).toList();
    }

    private static String number(Talk talk) {
        var drift = Pattern.compile("Drift SC-(\\d+)").matcher(talk.looksAt().text());
        assertThat(drift.find()).as(talk.looksAt().text()).isTrue();
        return drift.group(1);
    }

    private void revoked(List<UserId> people) {
        tenant.model()
                .change(edit ->
                        people.forEach(person -> new PersonEdit(edit).revoke(person, PolicyKind.SHARED_CALLING)));
    }

    private void swept() {
        sweep.run();
        look.run();
    }

    private static void waitUntilItSees(Talk talk, String text) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(talk.transcript()).contains(text));
        talk.seesCard(text);
    }
}

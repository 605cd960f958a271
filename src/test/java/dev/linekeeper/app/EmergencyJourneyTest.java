package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.conversation.Talk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people read of emergency calls in the chat, the worst first, before and after changes. */
class EmergencyJourneyTest extends DemoJourney {
    private static final String LOST = "112 and 110 will not get out";

    @BeforeEach
    void theyHaveWrittenBefore() {
        as("lee.chen").says("hello");
        as("priya.nair").says("hello");
    }

    @Test
    @Requirement("T29")
    void an_admin_reads_that_112_of_bianca_goes_nowhere_and_nothing_that_says_otherwise() {
        Talk ana = as("ana.ruiz");
        ana.says("emergency bianca.pisani").seesCard("Emergency calls of Bianca Pisani", LOST);
        assertThat(ana.looksAt().text())
                .contains("Will not get out: nothing is configured to carry the call")
                .doesNotContain("Microsoft or the operator", "rings", "Number shown to the emergency services");
        ana.says("what happens if bianca.pisani dials 112").seesCard("112 will not get out: nothing is configured");
        assertThat(ana.looksAt().text()).doesNotContain("Microsoft or the operator");
    }

    @Test
    @Requirement({"T29", "T33"})
    void the_person_concerned_reads_the_same_as_the_admin_and_what_to_do() {
        Talk bianca = as("bianca.pisani");
        bianca.says("emergency").seesCard("Your emergency calls", LOST, "use another telephone");
        assertThat(bianca.looksAt().text()).doesNotContain("rings", "puts this in doubt");
        bianca.says("what's my caller ID").seesCard("+49", LOST);
    }

    @Test
    @Requirement("T29")
    void somebody_whose_calls_are_undone_or_taken_away_is_told_that_emergency_calls_are_gone_too() {
        Talk ana = as("ana.ruiz");
        Talk adele = as("adele.vance");
        adele.says("hello");
        ana.says("enrol adele.vance@contoso.example with London because joins sales")
                .seesCard("Enrol Adele Vance");
        String request = requestShownTo(ana);
        as("lee.chen").seesCard("Enrol Adele Vance").presses("Approve");
        adele.seesCard("You can call with Shared Calling");

        ana.says("undo %s because wrong person".formatted(request)).seesCard("Undo", "999 and 112 will not get out");
        as("lee.chen")
                .seesCard("Undo", "999 and 112 will not get out")
                .presses("Approve")
                .presses("Yes, approve");
        as("priya.nair").seesCard("Undo", "1 of 2").presses("Approve").presses("Yes, approve");
        adele.seesCard(
                "You can't call outside numbers from Teams anymore, including emergency numbers",
                "999 and 112 will not get out",
                "use another telephone");
        adele.doesNotSee("were put back");
    }

    @Test
    @Requirement("T29")
    void somebody_who_is_removed_is_told_so_at_once() {
        Talk conor = as("conor.oneil");
        conor.says("hello");
        as("ana.ruiz").says("remove conor.oneil@contoso.example because leaves").seesCard("Remove", "Conor O");
        as("lee.chen")
                .seesCard("Conor O", "will not get out")
                .presses("Approve")
                .presses("Yes, approve");
        as("priya.nair").seesCard("Conor O", "1 of 2").presses("Approve").presses("Yes, approve");
        conor.seesCard("You can't call outside numbers from Teams anymore", "911 will not get out");
    }

    @Test
    @Requirement("T29")
    void why_and_caller_id_are_not_fine_where_emergency_calls_go_nowhere() {
        Talk ana = as("ana.ruiz");
        for (var sentence : new String[] {"why can't bianca.pisani call", "caller id of bianca.pisani"}) {
            ana.says(sentence).seesCard("Bianca Pisani", LOST);
            assertThat(ana.looksAt().text())
                    .doesNotContain("✓ OK", "cannot call")
                    .contains("✗");
        }
    }

    @Test
    void a_callback_within_an_hour_rings_and_does_not_ring_for_an_hour() {
        var person = as("joni.sherman");
        person.says("emergency").seesCard("If they call back within 60 minutes, your phone rings");
        assertThat(person.looksAt().text()).doesNotContain("for 60 minutes");
        speaking("joni.sherman", "de-DE")
                .says("emergency")
                .seesCard("Ruft die Leitstelle innerhalb von 60 Minuten zurück, klingelt Ihr Telefon");
        speaking("joni.sherman", "fr-FR")
                .says("emergency")
                .seesCard("S'ils rappellent dans les 60 minutes, votre téléphone sonne");
    }

    @Test
    @Requirement({"T31", "T33"})
    void the_law_of_the_united_states_is_for_people_there_with_its_source_and_is_no_advice() {
        as("joni.sherman")
                .says("emergency")
                .seesCard("Kari's Law", "RAY BAUM'S Act", "fcc.gov/mlts-911-requirements", "not legal advice");
        Talk bianca = as("bianca.pisani");
        bianca.says("emergency").seesCard("differs from country to country", "not a promise");
        assertThat(bianca.looksAt().text()).doesNotContain("Kari");
    }

    private Talk speaking(String alias, String locale) {
        return chat.as(someone(alias).speaking(locale));
    }

    @Test
    @Requirement("T30")
    void a_gap_that_two_accept_is_told_to_owner_and_auditor_and_lets_one_person_through() {
        Talk ana = as("ana.ruiz");
        Talk ingrid = as("ingrid.dahl").says("hello");
        Talk omar = as("omar.haddad").says("hello");
        ana.says("override megan.bowen@contoso.example with Seattle borrowed until tomorrow because the port")
                .seesCard("Accept the emergency gap of Megan Bowen", "Waiting", "POL-07", "+1 425-555-0174");
        as("lee.chen").seesCard("It takes two approvers").presses("Approve").seesCard("1 of 2 approvals");
        ingrid.doesNotSee("Accepted by");
        as("priya.nair")
                .seesCard("1 of 2 approvals")
                .presses("Approve")
                .seesCard("In force", "Lee Chen and Priya Nair");
        ingrid.seesCard("Override SC-", "Accepted by Lee Chen and Priya Nair", "the port");
        omar.seesCard("Override SC-", "Accepted by Lee Chen and Priya Nair");

        ana.says("enrol megan.bowen@contoso.example with Seattle borrowed")
                .seesCard("Enrol Megan Bowen", "Emergency gap (POL-07) accepted until");
        as("lee.chen").seesCard("Enrol Megan Bowen", "Emergency gap (POL-07)").presses("Approve");
        ana.seesCard("Enrol Megan Bowen", "Done", "Approved by Lee Chen");
        ana.says("check megan.bowen@contoso.example")
                .seesCard("Emergency gap (POL-07) accepted until", "Callback numbers that somebody");
        ana.says("close override megan.bowen@contoso.example because the number is here")
                .seesCard("Closed", "the number is here");
        omar.seesCard("Override SC-", "the number is here");
    }
}

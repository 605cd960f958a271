package dev.linekeeper.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.conversation.Talk;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list of people from its first row to the approvers, through the whole application. */
class ImportJourneyTest extends DemoJourney {
    private static final Pattern LIST = Pattern.compile("List SC-(\\d+)");

    private Talk ana;
    private Talk lee;

    @BeforeEach
    void theyHaveWrittenBefore() {
        ana = as("ana.ruiz");
        lee = as("lee.chen");
        lee.says("hello");
    }

    @Test
    void pasted_rows_are_checked_for_a_policy_and_nobody_is_asked_for_before_a_button_is_pressed() {
        ana.says("""
            UserPrincipalName\tName
            adele.vance@contoso.example\tAdele Vance
            alex.wilber@contoso.example\tAlex Wilber
            nobody.there@contoso.example\tNobody
            joni.sherman@contoso.example\tJoni Sherman
            adele.vance@contoso.example\tAdele again\
            """)
                .seesCard(
                        "Enrol" + " people:" + " pasted" + " rows",
                        "5 rows." + " Under" + " which" + " policy" + " shall" + " they" + " be?");
        assertThat(ana.buttons()).contains("Choose the policy", "Cancel");
        String list = number();
        ana.presses("Choose the policy").presses("Check everybody", Map.of("request", list, "policy", "London"));
        waitUntilItSays(ana, "2 ready");
        ana.seesCard(
                "Enrol people with London: pasted rows",
                "2 ready, 1 with your yes, 1 not found, 1 twice. Nothing was asked for.",
                "voice on",
                "Row 4: nobody.there@contoso.example");
        lee.doesNotSee("Enrol 2 people");

        ana.says("rows of import " + list).seesCard("Row 4: nobody.there@contoso.example", "Not found", "Twice");
        as("sam.okafor").says("import " + list).seesCard("There is no list");
        as("sam.okafor").says("ask for import " + list).seesCard("a list of somebody else");

        ana.says("import " + list)
                .seesCard("2 ready")
                .presses("Ask for the 2 who are ready")
                .seesCard("Then they go to the approvers");
        waitUntilItSays(ana, "Asked for 2 people with SC-");
        lee.seesCard("Enrol 2 people", "London", "Adele Vance", "Alex Wilber", "Not among them: Joni Sherman");
        ana.says("ask for import " + list).seesCard("This card had moved on", "Asked for 2 people");
        ana.says("imports").seesCard("Enrol people with London: pasted rows", "Asked for");
    }

    @Test
    void the_members_of_a_group_are_looked_up_and_those_who_have_to_move_are_asked_for_when_agreed() {
        ana.says("enrol group Seattle shared calling with London because the desk moves")
                .seesCard("everybody in the group Seattle shared calling");
        waitUntilItSays(ana, "1 with your yes");
        ana.seesCard("Enrol people with London: everybody in the group Seattle shared calling", "Kept until");
        ana.presses("Ask for 1, 1 of them with moves or released numbers").seesCard("Then they go to the approvers");
        waitUntilItSays(ana, "One person was asked for");
        lee.seesCard("Christie Cline", "London", "the desk moves");
    }

    @Test
    void a_list_is_given_up_and_its_rows_with_it() {
        ana.says("enrol department Marketing with Seattle").seesCard("everybody of the department Marketing");
        waitUntilItSays(ana, "Nothing was asked for.");
        String list = number();
        ana.presses("Cancel").seesCard("Given up");
        ana.says("rows of import " + list).seesCard("There is no list");
        ana.says("ask for import " + list).seesCard("This card had moved on", "Given up");
    }

    @Test
    void a_name_that_means_several_things_is_asked_back_and_one_that_means_nothing_is_not_taken() {
        ana.says("enrol everyone under Denver with London")
                .seesCard("everybody who has the Shared Calling policy Denver now");
        ana.says("enrol department Finance").seesCard("everybody of the department Finance", "Under which policy");
        ana.says("enrol everyone in Atlantis with London").seesCard("I know no people called that", "Atlantis");
        ana.says("enrol group Atlantis with London").seesCard("I know no people called that");
        ana.says("enrol these with London").seesCard("Which people?", "CSV");
    }

    @Test
    void more_people_in_a_sentence_than_are_found_for_one_become_a_list() {
        var everybody = new StringBuilder("enrol ");
        directory.forEach(person ->
                everybody.append(person.userPrincipalName().replace("'", "")).append(", "));
        ana.says(everybody.substring(0, 1400).replaceFirst(",[^,]*$", "") + " with London because all of it")
                .seesCard("Enrol people with London: pasted rows");
        waitUntilItSays(ana, "ready");
    }

    private String number() {
        var list = LIST.matcher(ana.looksAt().text());
        assertThat(list.find()).as(ana.looksAt().text()).isTrue();
        return list.group(1);
    }

    private static void waitUntilItSays(Talk talk, String text) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(talk.transcript()).contains(text));
        talk.sees(text);
    }
}

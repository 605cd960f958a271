package dev.linekeeper.chat.cards;

import static dev.linekeeper.core.ContosoFixture.contoso;
import static dev.linekeeper.core.ContosoFixture.known;
import static dev.linekeeper.core.ContosoFixture.named;
import static dev.linekeeper.core.ContosoFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.TenantFixture;
import dev.linekeeper.core.emergency.EmergencyView;
import dev.linekeeper.core.emergency.PolicyEmergencyView;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.NetworkSite;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What an admin is told of emergency calls, and what little of it an ordinary person sees (src/docs/shared-calling.md).
 */
class EmergencyCardsTest {
    private static final Wording ENGLISH = Wording.of(Locale.UK);

    @Test
    void an_admin_sees_who_is_told_how_and_for_which_numbers() {
        var tenant = contoso()
                .policy(new Policy.EmergencyCalling(
                        PolicyName.GLOBAL,
                        List.of("sec@contoso.example", "desk@contoso.example"),
                        "ConferenceMuted",
                        Optional.of("+14255550199"),
                        known(false),
                        Optional.of("Say where you are."),
                        List.of(new Policy.ExtendedNotification("933", List.of()))));

        assertThat(admin("F01", tenant))
                .contains(
                        "Told about an emergency call: sec@contoso.example and desk@contoso.example (by a message, and"
                                + " called into the call, muted), by policy Global",
                        "Told about a call to 933: nobody",
                        "Number called in as well, always muted: +14255550199",
                        "Confirming an address where the network has none: Not possible",
                        "Disclaimer: Say where you are.");
    }

    @Test
    void an_admin_sees_the_sites_that_override_and_the_order_of_addresses() {
        var tenant = contoso()
                .sites(known(List.of(new NetworkSite("HQ", Optional.of(named("E-DE")), Optional.of(named("ECP-A"))))));

        assertThat(admin("F01", tenant))
                .contains(
                        "At network site HQ: Emergency call routing policy E-DE comes first; numbers it does not know"
                                + " are looked up in the person's own.",
                        "At network site HQ: Emergency calling policy ECP-A decides who is told.",
                        "Address sent when the client has detected none: LOC-SEA office: 1 Pike Street, Seattle, WA"
                                + " 98101, US")
                .anyMatch(line -> line.startsWith("Where the address comes from, the first that is known: (1) ")
                        && line.contains(" (4) The address of the shared number."));
    }

    @Test
    void an_admin_sees_routing_per_number_and_where_the_policy_comes_from() {
        assertThat(admin("F21", contoso()))
                .contains(
                        "Emergency call routing policy: E-DE, granted directly; enhanced emergency services on",
                        "Dialling 112: Set to leave by Direct Routing, PSTN usage DE-Emergency");
        assertThat(admin("F19", contoso()))
                .contains("Dialling 999: Set to go out through Microsoft or the operator. Dialling 112 does the same.");
        assertThat(admin("F30", contoso()))
                .contains("Emergency call routing policy: None: no emergency call routing policy with numbers applies");
    }

    @Test
    void what_could_not_be_read_is_said_and_nobody_is_said_to_be_unreachable() {
        var unread = contoso()
                .unreadable(PolicyKind.EMERGENCY_CALLING)
                .unreadable(PolicyKind.EMERGENCY_CALL_ROUTING)
                .sites(Fact.missing("the gateway failed"));

        assertThat(admin("F01", unread))
                .anyMatch(line -> line.startsWith("Told about an emergency call: Could not be read:"))
                .anyMatch(line -> line.startsWith("Emergency call routing policy: Could not be read:"))
                .contains("Network sites: Could not be read: the gateway failed")
                .noneMatch(line -> line.startsWith("Callback: "));
    }

    @Test
    @Requirement({"T29", "T33"})
    void a_person_sees_what_to_dial_who_calls_back_the_address_and_the_limits_alone() {
        var mine = own("F19", contoso(), Optional.of("112"));

        assertThat(lines(mine))
                .containsExactly(
                        "If 112 is dialled now: 112 is an emergency number here.",
                        "Numbers that count as emergency calls: 999 and 112",
                        "Number shown to the emergency services: +44 20 7946 0171",
                        "Callback: If they call back within 60 minutes, your phone rings",
                        "Address sent when the client has detected none: 3 Strand, London, GB");
        assertThat(mine.notes().stream().map(ENGLISH::say))
                .startsWith(
                        "This is what the configuration shows, not a promise that a call gets through. In an emergency,"
                                + " use any telephone at hand.",
                        "Check the location Teams shows under Calls before you rely on it.",
                        "Never dial an emergency number to test. Ask your voice team.");
    }

    @Test
    void a_person_is_told_that_something_is_in_doubt_but_not_which_rule() {
        var mine = own("F20", contoso(), Optional.empty());

        assertThat(mine.tone()).isEqualTo(Tone.STOP);
        assertThat(mine.notes().stream().map(ENGLISH::say))
                .anyMatch(note -> note.startsWith("Something in the configuration puts this in doubt."))
                .noneMatch(note -> note.contains("E-UKU"));
    }

    @Test
    @Requirement("T31")
    void the_law_of_the_united_states_is_for_people_there_on_both_cards_and_a_neutral_sentence_for_others() {
        for (var name : List.of("F01", "F02", "F21", "F22")) {
            var it = ContosoCase.of(name);
            var view = EmergencyView.of(it.person(), it.tenant(), it.settings());
            for (var card : List.of(
                    EmergencyCards.own(view, Optional.empty()), EmergencyCards.of(name, view, Optional.empty()))) {
                var notes = card.notes().stream().map(ENGLISH::say).toList();
                if (name.startsWith("F0")) {
                    assertThat(notes)
                            .anyMatch(note -> note.contains("Kari's Law")
                                    && note.contains("section 506 of RAY BAUM'S Act")
                                    && note.contains("fcc.gov/mlts-911-requirements")
                                    && note.contains("not legal advice"));
                } else {
                    assertThat(notes)
                            .noneMatch(note -> note.contains("Kari"))
                            .anyMatch(note -> note.contains("differs from country to country"));
                }
            }
        }
    }

    @Test
    void a_policy_shows_its_numbers_and_what_one_caller_more_gets() {
        var sheet = PolicyEmergencyCards.of(
                PolicyEmergencyView.of(named("SC-SEA"), contoso().build(), settings()));

        assertThat(lines(sheet))
                .contains(
                        "Callback number +1 425-555-0171: Kept by a Shared Calling policy",
                        "Callback numbers: 2; each is held for 60 minutes after a call",
                        "One caller more within the hour: Shows +1 425-555-0171 again, says the cmdlet's page; the"
                                + " guide only says \"a number\". Whom a callback reaches then is not documented.",
                        "Emergency call routing policy: E-US, which the settings grant to people with this number",
                        "Dialling 911: Set to go out through Microsoft or the operator");
        assertThat(sheet.tone()).isEqualTo(Tone.INFO);
    }

    @Test
    @Requirement({"T29", "T33"})
    void a_policy_leads_with_what_does_not_get_out_and_says_when_it_was_read() {
        var it = ContosoCase.of("F21");
        var sheet = PolicyEmergencyCards.of(PolicyEmergencyView.of(
                named("SC-BER"), contoso().routes(known(List.of())).build(), it.settings()));

        assertThat(sheet.tone()).isEqualTo(Tone.STOP);
        assertThat(ENGLISH.say(sheet.verdict())).startsWith("112 and 110 will not get out.");
        assertThat(lines(sheet))
                .contains("Dialling 112: Will not get out: nothing is configured to carry the call")
                .noneMatch(line -> line.startsWith("Callback: "));
        assertThat(sheet.notes().stream().map(ENGLISH::say))
                .anyMatch(note -> note.contains("not a promise"))
                .anyMatch(note -> note.contains("1970"));
    }

    @Test
    void a_policy_whose_numbers_are_in_two_policies_is_not_supported() {
        var it = ContosoCase.of("F24");

        var sheet = PolicyEmergencyCards.of(PolicyEmergencyView.of(named("SC-DUP"), it.tenant(), it.settings()));

        assertThat(sheet.tone()).isEqualTo(Tone.STOP);
        assertThat(lines(sheet))
                .contains(
                        "Callback number +1 425-555-0171: Kept by a Shared Calling policy; also named by SC-SEA",
                        "Callback: Nothing can be said: what is configured is not supported");
    }

    @Test
    void a_policy_without_numbers_and_one_that_was_not_read_are_warnings() {
        var none = PolicyEmergencyCards.of(
                PolicyEmergencyView.of(named("SC-SEA0"), contoso().build(), settings()));
        var unread = PolicyEmergencyCards.of(PolicyEmergencyView.of(
                named("SC-SEA"), contoso().unreadable(PolicyKind.SHARED_CALLING).build(), settings()));

        assertThat(none.tone()).isEqualTo(Tone.WARNING);
        assertThat(lines(none))
                .contains("One caller more within the hour: Shows +1 425-555-0100, like every emergency call under this"
                        + " policy");
        assertThat(unread.tone()).isEqualTo(Tone.WARNING);
        assertThat(ENGLISH.say(unread.verdict())).startsWith("Whether emergency calls get out is not known");
    }

    private static List<String> admin(String name, TenantFixture tenant) {
        var it = ContosoCase.of(name);
        return lines(
                EmergencyCards.of("U", EmergencyView.of(it.person(), tenant.build(), it.settings()), Optional.empty()));
    }

    private static Sheet own(String name, TenantFixture tenant, Optional<String> dialled) {
        var it = ContosoCase.of(name);
        return EmergencyCards.own(EmergencyView.of(it.person(), tenant.build(), it.settings()), dialled);
    }

    private static List<String> lines(Sheet sheet) {
        return sheet.details().stream()
                .map(detail -> ENGLISH.say(detail.label()) + ": " + ENGLISH.say(detail.value()))
                .toList();
    }
}

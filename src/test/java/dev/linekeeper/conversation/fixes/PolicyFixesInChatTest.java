package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.Policy.EmergencyCallRouting;
import dev.linekeeper.core.tenant.Policy.EmergencyNumber;
import dev.linekeeper.core.tenant.Policy.VoiceRouting;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.simulator.state.CatalogueEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy that many people have, or wait for, is put right once for all of them, and not at the cost of anybody else. */
class PolicyFixesInChatTest {
    private static final PolicyName UK = new PolicyName("Emergency-UK");
    private static final PolicyName BY_ROUTE = new PolicyName("Emergency-UK-by-route");
    private static final PolicyName DRAFT = new PolicyName("Emergency-DE-draft");
    private static final PolicyName EMPTY = new PolicyName("NoPSTN");
    private static final EmergencyNumber POLICE = new EmergencyNumber("999", "112", Optional.empty());
    private static final EmergencyNumber ROUTED = new EmergencyNumber("999", "112", Optional.of("UK-Emergency"));

    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void close() {
        chat.close();
    }

    private static List<Suggestion> fixes(Answer card) {
        return (switch (card) {
                    case Answer.PersonReadiness it -> it.suggestions();
                    case Answer.Listing it -> it.suggestions();
                    default -> List.<Suggestion>of();
                })
                .stream().filter(it -> it.press().verb().equals("fix")).toList();
    }

    private void dials(PolicyName policy, EmergencyNumber... numbers) {
        chat.inMemory().tenant().change(edit -> new CatalogueEdit(edit).dials(policy, List.of(numbers)));
    }

    private List<EmergencyNumber> dialled(PolicyName policy) {
        return chat.tenant()
                .policy(policy, EmergencyCallRouting.class)
                .known()
                .orElseThrow()
                .orElseThrow()
                .numbers();
    }

    private Optional<VoiceRouting> emptyRouting() {
        return chat.tenant().policy(EMPTY, VoiceRouting.class).known().orElseThrow();
    }

    private void lacks(PolicyKind kind, PolicyName policy) {
        chat.inMemory()
                .tenant()
                .change(edit -> edit.policies(kind)
                        .removeIf(it -> it.path("Identity").asString("").equals("Tag:" + policy)));
    }

    private void nobodyHas(PolicyKind kind) {
        chat.inMemory()
                .tenant()
                .change(edit -> people().forEach(person -> new PersonEdit(edit).revoke(person.id(), kind)));
    }

    private List<DirectoryEntry> people() {
        var people = new ArrayList<DirectoryEntry>();
        chat.inMemory().tenant().ports().directory().forEach(people::add);
        return people;
    }

    private UserId person(String principalName) {
        return people().stream()
                .filter(person -> person.userPrincipalName().startsWith(principalName + "@"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void undo() {
        chat.asks("undo %d".formatted(chat.requests().getFirst().id().number()));
    }

    private Answer lastRequest() {
        return chat.asks("request %d".formatted(chat.requests().getFirst().id().number()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check London", "check ra-london", "check pradeep.gupta@contoso.example"})
    void a_policy_whose_calls_would_leave_by_a_route_is_put_right_for_all_who_have_it_and_put_back(String looking) {
        dials(UK, ROUTED);
        var button = fixes(chat.asks(looking)).getFirst();
        var choice = ((Answer.Form) chat.presses(button.press()))
                .fields().stream()
                        .filter(field -> field.slot() == Slot.CHOICE)
                        .findFirst()
                        .orElseThrow();

        var asked = chat.presses(button.press().with(Slot.CHOICE, choice.value()));

        assertThat(text(asked))
                .contains("Emergency-UK dials 999 [112] from then on, instead of 999 [112] (UK-Emergency)")
                .contains("people have the policy");
        assertThat(dialled(UK)).containsExactly(ROUTED);
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled(UK)).containsExactly(POLICE);
        assertThat(fixes(chat.asks(looking))).isEmpty();

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled(UK)).containsExactly(ROUTED);
        assertThat(chat.requests().getLast()).isInstanceOf(Request.Undone.class);
    }

    @Test
    void the_card_says_how_many_have_the_policy_and_for_how_many_it_fails() {
        dials(UK, ROUTED);

        assertThat(text(chat.asks("fix EMG-02 for London with Emergency-UK")))
                .contains("6 people have the policy. The rule fails for 5 of them now");
    }

    @Test
    void a_policy_that_dials_nothing_or_not_all_gets_what_is_dialled_in_the_country_and_keeps_the_rest() {
        dials(UK, new EmergencyNumber("101", "", Optional.empty()), new EmergencyNumber("999", "", Optional.empty()));

        chat.asks("fix EMG-05 for London with Emergency-UK");

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled(UK)).extracting(EmergencyNumber::dialString).containsExactly("101", "999", "112");
    }

    @Test
    void a_policy_that_dials_nothing_is_filled_and_what_was_added_since_it_was_looked_at_is_not_lost() {
        dials(UK);
        assertThat(fixes(chat.asks("check London")))
                .extracting(Suggestion::typed)
                .containsExactly("fix EMG-01 for London");
        var ours = new EmergencyNumber("101", "", Optional.empty());
        dials(UK, ours);

        assertThat(text(chat.asks("fix EMG-01 for London with Emergency-UK"))).contains("101 → 101, 999, 112");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled(UK)).extracting(EmergencyNumber::dialString).containsExactly("101", "999", "112");
    }

    @Test
    void a_policy_that_only_one_person_has_is_put_right_from_that_persons_card() {
        var button = fixes(chat.asks("check raul.razo@contoso.example")).getFirst();
        assertThat(button.typed()).isEqualTo("fix EMG-02 for London with Emergency-UK-by-route");

        assertThat(text(chat.presses(button.press()))).contains("One person has the policy", "fails for one of them");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);

        assertThat(dialled(BY_ROUTE)).containsExactly(POLICE);
        assertThat(dialled(UK)).containsExactly(POLICE);
    }

    @Test
    void direct_routing_is_asked_which_usage_and_offered_only_what_carries_each_number() {
        var button = fixes(chat.asks("check bianca.pisani@contoso.example")).getFirst();
        assertThat(button.typed()).isEqualTo("fix EMG-03 for Berlin with Emergency-DE-draft");
        var choice = ((Answer.Form) chat.presses(button.press()))
                .fields().stream()
                        .filter(field -> field.slot() == Slot.CHOICE)
                        .findFirst()
                        .orElseThrow();
        assertThat(choice.choices())
                .extracting(FormChoice::value)
                .contains("Emergency-DE-draft: DE-Emergency")
                .doesNotContain("Emergency-DE-draft: US-All", "Emergency-DE-draft: UK-Emergency");

        chat.presses(button.press().with(Slot.CHOICE, "Emergency-DE-draft: DE-Emergency"));

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled(DRAFT))
                .containsExactly(
                        new EmergencyNumber("112", "", Optional.of("DE-Emergency")),
                        new EmergencyNumber("110", "", Optional.of("DE-Emergency")));
    }

    @Test
    void what_is_claimed_twice_is_merged_where_it_means_the_same_and_left_where_somebody_has_to_say_what_is_meant() {
        dials(UK, new EmergencyNumber("999", "112;9999;112", Optional.empty()), POLICE);
        chat.asks("fix EMG-06 for London with Emergency-UK");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled(UK)).containsExactly(new EmergencyNumber("999", "112;9999", Optional.empty()));

        dials(UK, POLICE, new EmergencyNumber("101", "112", Optional.empty()));
        assertThat(fixes(chat.asks("check London"))).isEmpty();
    }

    @Test
    void what_would_leave_a_rule_unmet_for_somebody_else_who_has_the_policy_is_not_asked() {
        var bianca = person("bianca.pisani");
        chat.inMemory()
                .tenant()
                .change(edit -> new PersonEdit(edit).grant(bianca, PolicyKind.EMERGENCY_CALL_ROUTING, BY_ROUTE));

        var answer = chat.asks("fix EMG-02 for London with Emergency-UK-by-route");

        assertThat(text(answer)).contains("Emergency-UK-by-route stays as it is", "EMG-03");
        assertThat(chat.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fix EMG-02 for London, There is no policy to put right",
        "fix EMG-05 for London with Emergency-US, the settings do not name it",
        "fix EMG-04 for London, voice routes and gateways",
        "fix VRP-01 for London, is there and has no PSTN usages"
    })
    void what_holds_or_is_not_ours_is_said_before_anything_is_asked(String sentence, String says) {
        assertThat(text(chat.asks(sentence))).contains(says);
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void what_somebody_else_has_made_of_the_policy_since_is_left_as_it_is() {
        dials(UK, ROUTED);
        chat.asks("fix EMG-02 for London with Emergency-UK");
        chat.approved();
        dials(UK, POLICE, new EmergencyNumber("101", "", Optional.empty()));

        assertThat(chat.applied()).isInstanceOf(Request.Overtaken.class);
        assertThat(dialled(UK)).hasSize(2);
    }

    @Test
    void an_emergency_policy_that_was_made_goes_again_while_nobody_has_it() {
        nobodyHas(PolicyKind.EMERGENCY_CALL_ROUTING);
        lacks(PolicyKind.EMERGENCY_CALL_ROUTING, UK);
        chat.asks("fix EMG-01 for London with Emergency-UK");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled(UK)).hasSize(2);

        undo();

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(chat.tenant().policy(UK, EmergencyCallRouting.class).known().orElseThrow())
                .isEmpty();
        assertThat(chat.requests().getLast()).isInstanceOf(Request.Undone.class);
    }

    @Test
    void a_voice_routing_policy_without_usages_is_made_for_all_who_wait_for_it_and_goes_again() {
        nobodyHas(PolicyKind.VOICE_ROUTING);
        lacks(PolicyKind.VOICE_ROUTING, EMPTY);
        assertThat(fixes(chat.asks("policies")))
                .extracting(Suggestion::typed)
                .filteredOn(typed -> typed.contains("VRP-01"))
                .hasSize(1);
        var button = fixes(chat.asks("check irvin.sayers@contoso.example")).getFirst();
        assertThat(button.typed()).isEqualTo("fix VRP-01 for Seattle");

        var asked = chat.presses(button.press().with(Slot.CHOICE, "NoPSTN"));

        assertThat(text(asked))
                .contains("Voice routing policy NoPSTN without PSTN usages", "people of Shared Calling wait for it");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(emptyRouting()).contains(new VoiceRouting(EMPTY, List.of()));
        assertThat(fixes(chat.asks("check irvin.sayers@contoso.example"))).isEmpty();

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(emptyRouting()).isEmpty();
    }

    @Test
    void what_somebody_has_by_now_is_not_taken_away_and_the_request_says_why() {
        lacks(PolicyKind.VOICE_ROUTING, EMPTY);
        chat.asks("fix VRP-01 for London with NoPSTN");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);

        undo();

        assertThat(text(lastRequest())).contains("Teams refuses that while somebody has it");
        assertThat(chat.applied()).isNotInstanceOf(Request.Completed.class);
        assertThat(text(lastRequest())).contains("still assigned to people");
        assertThat(emptyRouting()).isPresent();
    }

    @Test
    void a_voice_routing_policy_with_usages_is_not_emptied() {
        chat.inMemory().tenant().change(edit -> new CatalogueEdit(edit).routes(EMPTY, List.of("US-All")));

        assertThat(text(chat.asks("fix VRP-01 for London")))
                .contains("NoPSTN is not for Linekeeper to empty", "US-All", "Teams administrator");
        assertThat(fixes(chat.asks("check London"))).isEmpty();
        assertThat(chat.requests()).isEmpty();
    }
}

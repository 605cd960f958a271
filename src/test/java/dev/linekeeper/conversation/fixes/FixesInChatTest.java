package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.LocationId;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.AssociationEdit;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails behind people is put right once for all of them: asked on the card, approved by another, applied, undone. */
class FixesInChatTest {
    private static final PhoneNumber RENO = PhoneNumber.of("+14255550110");
    private static final LocationId SEATTLE = new LocationId("fe771441-2e85-5274-9125-4e765e1d220b");
    private static final LocationId SYDNEY = new LocationId("ed67421a-44cd-52d8-b8cf-16b2ef1cfe07");
    private static final JudgementSettings SETTINGS = new JudgementSettings(Optional.empty(), false, Map.of());

    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void close() {
        chat.close();
    }

    private Optional<LocationId> place() {
        return chat.tenant()
                .number(RENO)
                .known()
                .orElseThrow()
                .orElseThrow()
                .location()
                .known()
                .orElseThrow();
    }

    private String routing() {
        return chat.account("ra-berlin-warehouse")
                .policy(PolicyKind.VOICE_ROUTING)
                .known()
                .orElseThrow()
                .policy()
                .value();
    }

    private Outcome outcome(String rule, String account) {
        var report = Readiness.account(chat.account(account).id(), chat.tenant(), SETTINGS);
        return report.findings().stream()
                .filter(finding -> finding.rule().id().value().equals(rule))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static List<Suggestion> fixes(Answer card) {
        return (switch (card) {
                    case Answer.PersonReadiness it -> it.suggestions();
                    case Answer.Listing it -> it.suggestions();
                    default -> List.<Suggestion>of();
                })
                .stream().filter(it -> it.press().verb().equals("fix")).toList();
    }

    private void undo() {
        chat.asks("undo %d".formatted(chat.requests().getFirst().id().number()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check Reno", "check ra-reno", "check lynne.robbins@contoso.example", "policies"})
    void the_card_offers_the_place_that_fits_it_is_set_and_taken_back(String looking) {
        var button = fixes(chat.asks(looking)).stream()
                .filter(it -> it.press().inputs().containsValue("RES-10"))
                .findFirst()
                .orElseThrow();
        var form = (Answer.Form) chat.presses(button.press());
        var choice = form.fields().stream()
                .filter(field -> field.slot() == Slot.CHOICE)
                .findFirst()
                .orElseThrow();
        assertThat(choice.choices()).hasSize(1);
        assertThat(chat.requests()).isEmpty();

        var asked = chat.presses(button.press().with(Slot.CHOICE, choice.value()));

        assertThat(text(asked)).contains("+14255550110", "Seattle office", "One person calls under it");
        assertThat(place()).isEmpty();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(place()).contains(SEATTLE);
        assertThat(outcome("RES-10", "ra-reno")).isEqualTo(Outcome.PASS);
        assertThat(fixes(chat.asks("check Reno"))).isEmpty();

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(place()).isEmpty();
        assertThat(chat.requests().getLast()).isInstanceOf(Request.Undone.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fix RES-14 for Berlin warehouse with Berlin lines because they moved",
                "repair res-14 of the account ra-berlin-warehouse@contoso.example using berlin LINES because they moved"
            })
    void an_account_gets_the_voice_routing_that_carries_its_calls_and_loses_it_again(String sentence) {
        assertThat(text(chat.asks(sentence))).contains("Berlin lines", "NoPSTN", "they moved");
        assertThat(routing()).isEqualTo("NoPSTN");

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(routing()).isEqualTo("Berlin lines");
        assertThat(outcome("RES-14", "ra-berlin-warehouse")).isEqualTo(Outcome.PASS);

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(routing()).isEqualTo("NoPSTN");
    }

    @Test
    void an_account_nobody_answers_gets_an_auto_attendant_that_is_chosen_and_loses_it_again() {
        var button = fixes(chat.asks("check Annex")).getFirst();
        assertThat(button.typed()).isEqualTo("fix RES-16 for Annex");
        var choices = ((Answer.Form) chat.presses(button.press()))
                .fields().stream()
                        .filter(field -> field.slot() == Slot.CHOICE)
                        .findFirst()
                        .orElseThrow();
        assertThat(choices.choices()).hasSizeGreaterThan(1);
        assertThat(choices.value()).isEmpty();

        assertThat(text(chat.asks("fix RES-16 for Annex with Seattle main line because it opens")))
                .contains("Set what answers calls to ra-seattle-annex@contoso.example", "Seattle main line");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(outcome("RES-16", "ra-seattle-annex")).isEqualTo(Outcome.PASS);
        assertThat(fixes(chat.asks("check Annex"))).isEmpty();

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(outcome("RES-16", "ra-seattle-annex")).isEqualTo(Outcome.WARN);
    }

    private void lacks(String policy) {
        chat.inMemory()
                .tenant()
                .change(edit -> edit.policies(PolicyKind.EMERGENCY_CALL_ROUTING)
                        .removeIf(it -> it.path("Identity").asString("").equals("Tag:" + policy)));
    }

    private Optional<String> dialled(String policy) {
        return chat.tenant()
                .policy(new PolicyName(policy), Policy.EmergencyCallRouting.class)
                .known()
                .orElseThrow()
                .map(it -> it.numbers().toString());
    }

    @Test
    void an_emergency_call_routing_policy_that_is_missing_is_made_for_the_country_and_goes_again() {
        lacks("Emergency-UK");
        var button = fixes(chat.asks("check London")).getFirst();
        assertThat(button.typed()).isEqualTo("fix EMG-01 for London");
        var choice = ((Answer.Form) chat.presses(button.press()))
                .fields().stream()
                        .filter(field -> field.slot() == Slot.CHOICE)
                        .findFirst()
                        .orElseThrow();
        assertThat(choice.value()).isEqualTo("Emergency-UK");

        var asked = chat.presses(button.press().with(Slot.CHOICE, choice.value()));

        assertThat(text(asked)).contains("Emergency call routing policy Emergency-UK", "999", "112");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(dialled("Emergency-UK").orElseThrow()).contains("999", "112").doesNotContain("Emergency]");
        assertThat(fixes(chat.asks("check London"))).isEmpty();

        undo();
        assertThat(text(chat.asks(
                        "request %d".formatted(chat.requests().getFirst().id().number()))))
                .contains("Emergency-UK");
    }

    @Test
    void one_that_is_there_or_that_no_setting_names_is_not_made() {
        assertThat(text(chat.asks("fix EMG-01 for London"))).contains("There is no policy to put right");
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void what_somebody_else_has_answer_the_account_since_is_left_as_it_is() {
        chat.asks("fix RES-16 for Annex with Seattle main line");
        chat.approved();
        var annex = chat.account("ra-seattle-annex").id();
        var london = chat.account("ra-london").associations().known().orElseThrow();
        chat.inMemory()
                .tenant()
                .change(edit -> new AssociationEdit(edit)
                        .associate(annex, london.getFirst().configurationId()));

        assertThat(chat.applied()).isInstanceOf(Request.Overtaken.class);
        assertThat(chat.account("ra-seattle-annex").associations().known()).contains(london);
    }

    @ParameterizedTest
    @CsvSource({
        "fix RES-10 for Reno with London office, RES-11",
        "fix RES-14 for Berlin warehouse with Seattle lines, RES-15",
        "fix RES-14 for Berlin warehouse with Retired lines, RES-14",
        "fix RES-10 for London, nothing to put right",
        "fix RES-14 for Reno, nothing to put right",
        "fix RES-17 for London, menu of the auto attendant",
        "fix EMG-04 for Berlin, voice routes and gateways",
        "fix RES-03 for London, nothing to put right",
        "fix RES-12 for Austin, whoever assigns licences",
        "fix USR-05 for London, Linekeeper when the person is enrolled",
        "fix NONSENSE-1 for London, There is no rule NONSENSE-1",
        "fix RES-10 for Nowhere, no resource account"
    })
    void what_is_not_ours_or_would_not_hold_is_said_before_anything_is_asked(String sentence, String says) {
        assertThat(text(chat.asks(sentence))).contains(says);
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void what_is_no_place_of_the_tenant_is_asked_back_with_those_that_fit() {
        assertThat(chat.asks("fix RES-10 for Reno with Atlantis")).isInstanceOf(Answer.Form.class);
        assertThat(chat.asks("fix RES-10 for Reno with office")).isInstanceOf(Answer.Form.class);
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void a_second_request_for_the_same_number_is_told_of_the_first_whoever_asks_and_however() {
        chat.asks("fix RES-10 for Reno with Seattle office");

        assertThat(text(chat.says(
                        House.SAM_ADMIN_AND_APPROVER, "fix RES-10 for ra-reno@contoso.example with Seattle office")))
                .contains("SC-1001", "the same thing");
        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void one_cause_has_one_button_in_the_list_of_policies() {
        assertThat(fixes(chat.asks("policies")))
                .extracting(Suggestion::typed)
                .contains("fix RES-10 for Reno", "fix RES-14 for Berlin warehouse")
                .doesNotHaveDuplicates();
    }

    @Test
    void only_voice_admins_are_offered_it_and_may_ask() {
        var helpdesk = new UserId(SentencesByRole.PEOPLE.get("helpdesk").objectId());

        assertThat(fixes(chat.says(helpdesk, "check Reno"))).isEmpty();
        assertThat(chat.says(helpdesk, "fix RES-10 for Reno with Seattle office"))
                .isInstanceOf(Answer.NotAllowed.class);
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void what_somebody_else_has_set_since_is_left_as_it_is() {
        chat.asks("fix RES-10 for Reno with Seattle office");
        chat.approved();
        chat.inMemory().tenant().change(edit -> new NumberEdit(edit).locate(RENO, Optional.of(SYDNEY)));

        assertThat(chat.applied()).isInstanceOf(Request.Overtaken.class);
        assertThat(place()).contains(SYDNEY);
    }

    @Test
    void what_somebody_else_has_changed_afterwards_is_not_taken_back() {
        chat.asks("fix RES-14 for Berlin warehouse with Berlin lines");
        chat.applied();
        var warehouse = chat.account("ra-berlin-warehouse").id();
        chat.inMemory()
                .tenant()
                .change(edit -> new PersonEdit(edit)
                        .grant(warehouse, PolicyKind.VOICE_ROUTING, new PolicyName("Seattle lines")));

        undo();

        assertThat(chat.requests()).hasSize(1);
        assertThat(routing()).isEqualTo("Seattle lines");
    }

    @Test
    void what_is_there_already_is_not_written_again() {
        chat.asks("fix RES-10 for Reno with Seattle office");
        chat.approved();
        chat.inMemory().tenant().change(edit -> new NumberEdit(edit).locate(RENO, Optional.of(SEATTLE)));

        assertThat(chat.applied()).isInstanceOfAny(Request.Completed.class, Request.Overtaken.class);
        assertThat(place()).contains(SEATTLE);
    }

    @Test
    void a_request_says_in_three_languages_what_it_sets() {
        var card = chat.asks("fix RES-10 for Reno with Seattle office");

        assertThat(text(card)).contains("Set the emergency location of +14255550110");
        assertThat(text(card, Locale.GERMAN)).contains("Den Notfallstandort von +14255550110 setzen");
        assertThat(text(card, Locale.FRENCH)).contains("l'emplacement d'urgence de +14255550110");
    }

    @Test
    void the_trail_names_the_number_and_no_person() {
        chat.asks("fix RES-10 for Reno with Seattle office");
        var id = chat.requests().getFirst().id();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);

        var entries = chat.inMemory().store().trail().of(id);
        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.entry().person()).isEmpty());
        assertThat(entries.getFirst().entry().details()).containsEntry("number", "+14255550110");
    }
}

package dev.linekeeper.conversation.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies asked for as people say it: what is refused, what is asked for, what comes of it and how it is taken back. */
class PoliciesInChatTest {
    private static final PhoneNumber FREE = PhoneNumber.of("+442079460130");
    private static final String NEW =
            "new policy Leeds for ra-london with callback +44 20 7946 0130 because new office";

    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    @AfterEach
    void close() {
        chat.close();
    }

    private static Caller as(UserId who, Locale language) {
        return new Caller(who, SentencesByRole.CONTOSO, language, Caller.ConversationType.PERSONAL);
    }

    private Answer says(UserId who, String sentence) {
        return chat.chat().answer(as(who, Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private Answer asks(String sentence) {
        return says(House.ANA_ADMIN, sentence);
    }

    private static String text(Answer answer, Locale language) {
        return new AnswerCards().render(answer, as(House.ANA_ADMIN, language)).fallback();
    }

    private static String text(Answer answer) {
        return text(answer, Locale.ENGLISH);
    }

    private List<Request> asked() {
        return chat.store().requests().latest(10);
    }

    private Optional<SharedCalling> now(String name) {
        return chat.tenant()
                .ports()
                .reader(Clock.systemUTC(), Duration.ZERO)
                .freshTenant()
                .tenant()
                .sharedCalling(new PolicyName(name))
                .known()
                .orElseThrow();
    }

    /** Approved by as many as it takes, and applied. */
    private Request applied() {
        var id = asked().getFirst().id();
        for (UserId approver : List.of(House.LEE_APPROVER, House.SAM_ADMIN_AND_APPROVER)) {
            says(approver, "approve %d".formatted(id.number()));
            says(approver, "confirm %d".formatted(id.number()));
        }
        chat.requests().applying().run(id);
        return chat.store().requests().find(id).orElseThrow().request();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NEW,
                "create a policy called Leeds for ra-london@contoso.example with callback +442079460130",
                "add policy Leeds for London main line and using callback number 020 7946 0130"
            })
    void a_new_policy_is_asked_for_approved_made_and_taken_back(String sentence) {
        assertThat(asks(sentence)).isInstanceOf(Answer.RequestCard.class);
        assertThat(now("Leeds")).isEmpty();

        assertThat(applied()).isInstanceOf(Request.Completed.class);
        assertThat(now("Leeds").orElseThrow().emergencyNumbers()).containsExactly(FREE);

        asks("undo %d".formatted(asked().getFirst().id().number()));
        assertThat(applied()).isInstanceOf(Request.Completed.class);
        assertThat(now("Leeds")).isEmpty();
        assertThat(asked().getLast()).isInstanceOf(Request.Undone.class);
    }

    @Test
    void the_card_says_what_will_be_there_and_names_the_policy_in_three_languages() {
        var card = asks(NEW);

        assertThat(text(card))
                .contains(
                        "New policy Leeds",
                        "Policy",
                        "Leeds",
                        "ra-london@contoso.example; +442079460130",
                        "People under it call with +44 20 7946 0100.",
                        "new office");
        assertThat(text(card, Locale.GERMAN)).contains("Neue Richtlinie Leeds");
        assertThat(text(card, Locale.FRENCH)).contains("Nouvelle strat\u00e9gie Leeds");
    }

    @ParameterizedTest
    @CsvSource({
        "new policy X for ra-london with callback +442079460172, POL-03",
        "new policy X for ra-seattle with callback +442079460130, POL-04",
        "new policy X for ra-seattle with callback +14255550174, POL-07",
        "new policy X for ra-seattle with callback +14255550171, POL-08",
        "new policy X for ra-seattle with callback +14255550130, POL-06",
        "new policy X for ra-toll-free with callback none, POL-05",
        "new policy X for ra-denver with callback none, RES-04",
        "change London add callback +442079460120, POL-07"
    })
    void what_no_rule_allows_is_refused_with_the_rule_before_anything_is_asked(String sentence, String rule) {
        assertThat(text(asks(sentence))).contains(rule);
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_policy_is_changed_and_the_change_taken_back() {
        var before = now("London");
        asks("change London: add callback +44 20 7946 0130 because more people");
        assertThat(text(asks("request %d".formatted(asked().getFirst().id().number()))))
                .contains("Change the policy London", "+442079460171, +442079460130", "call under it now");

        assertThat(applied()).isInstanceOf(Request.Completed.class);
        assertThat(now("London").orElseThrow().emergencyNumbers())
                .containsExactly(PhoneNumber.of("+442079460171"), FREE);

        asks("undo %d".formatted(asked().getFirst().id().number()));
        assertThat(applied()).isInstanceOf(Request.Completed.class);
        assertThat(now("London")).isEqualTo(before);
    }

    @Test
    void a_policy_with_people_is_not_removed_and_one_without_is_and_comes_back() {
        assertThat(text(asks("remove policy London"))).contains("depend");
        assertThat(asked()).isEmpty();

        asks(NEW);
        applied();
        var made = now("Leeds");
        asks("remove policy Leeds because never opened");
        assertThat(applied()).isInstanceOf(Request.Completed.class);
        assertThat(now("Leeds")).isEmpty();

        asks("undo %d".formatted(asked().getFirst().id().number()));
        assertThat(applied()).isInstanceOf(Request.Completed.class);
        assertThat(now("Leeds")).isEqualTo(made);
    }

    @Test
    void a_change_is_not_taken_back_once_somebody_has_changed_the_policy_since() {
        asks("change London: add callback +44 20 7946 0130");
        applied();
        var ours = now("London").orElseThrow();
        var theirs =
                new SharedCalling(ours.name(), ours.resourceAccount(), ours.emergencyNumbers(), "changed by somebody");
        chat.tenant().change(edit -> new SharedCallingEdit(edit).put(theirs));

        assertThat(text(asks("undo %d".formatted(asked().getFirst().id().number()))))
                .contains("somebody has changed it since", "changed by somebody");

        assertThat(asked()).hasSize(1);
        assertThat(now("London")).contains(theirs);
    }

    @Test
    void nobody_but_a_voice_admin_asks_and_nobody_approves_their_own() {
        assertThat(says(House.LEE_APPROVER, NEW)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(asked()).isEmpty();

        says(House.SAM_ADMIN_AND_APPROVER, NEW);
        says(
                House.SAM_ADMIN_AND_APPROVER,
                "approve %d".formatted(asked().getFirst().id().number()));

        assertThat(asked().getFirst()).isInstanceOf(Request.Pending.class);
        assertThat(asked().getFirst().approvals()).isEmpty();
    }

    @Test
    void a_second_request_for_the_same_policy_waits_for_the_first() {
        asks("change London add callback +442079460130");

        assertThat(text(asks("change LONDON description to Riverside"))).contains("SC-1001");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void the_form_offers_accounts_that_serve_and_then_numbers_that_fit() {
        assertThat(fields(asks("new policy Leeds")).get(1).choices())
                .extracting(Answer.FormChoice::value)
                .contains("ra-london@contoso.example")
                .doesNotContain("ra-denver@contoso.example");

        assertThat(fields(asks("new policy Leeds for ra-london")).get(2).value())
                .isEqualTo(FREE.toString());
    }

    private static List<FormField> fields(Answer answer) {
        return ((Answer.Form) answer).fields();
    }
}

package dev.linekeeper.chat.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Form;
import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.people.AtOnce;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no API tells is attested in chat: London calls through an operator. */
class AttestingInChatTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC);
    private static final String ATTEST =
            "attest RES-18 for London because BT confirmed it in writing until 2027-03-01 evidence"
                    + " https://bt.example/letter_(7).pdf";

    private static final AnswerCards CARDS = new AnswerCards();

    private static ChatInMemory chat;

    @BeforeAll
    static void open() {
        chat = ChatInMemory.over(Fabrikam.demo(CLOCK), CLOCK);
    }

    @BeforeEach
    void nothingIsAttested() {
        chat.store().forgetEverything();
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    private static Caller caller(String role, Locale language) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }

    private Answer says(String sentence) {
        return says("admin", sentence);
    }

    private Answer says(String role, String sentence) {
        return chat.chat().answer(caller(role, Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private static String text(Answer answer) {
        return text(answer, Locale.ENGLISH);
    }

    private static String text(Answer answer, Locale language) {
        return CARDS.render(answer, caller("admin", language)).fallback();
    }

    private List<String> audited(Action action) {
        return chat.store().audited().stream()
                .filter(it -> it.entry().action() == action)
                .map(it -> it.entry().details().toString())
                .toList();
    }

    @Test
    void a_sentence_answers_the_line_which_stays_one_to_be_checked_wherever_it_is_shown() {
        var before = (PersonReadiness) says("check London");

        assertThat(text(says(ATTEST))).contains("Attested: RES-18 for London", "March 1, 2027");

        var after = (PersonReadiness) says("check London");
        assertThat(text(after))
                .contains(
                        "Attested by Ana Ruiz",
                        "until Monday, March 1, 2027",
                        "BT confirmed it in writing",
                        "it was not read")
                .contains("https://bt.example/letter_%287%29.pdf");
        assertThat(after.passed()).isEqualTo(before.passed());
        assertThat(after.tone()).isEqualTo(before.tone());
        assertThat(after.verdict()).isEqualTo(before.verdict());
        assertThat(text(says("check ra-london"))).contains("Attested by Ana Ruiz");
        assertThat(text(says("attestations")))
                .contains("One attestation", "RES-18 for London", "Attested by Ana Ruiz", "No rule passes by one");
        assertThat(audited(Action.ATTESTED))
                .singleElement()
                .asString()
                .contains("before=", "until 2027-03-01: BT confirmed it in writing", "rule=RES-18");
    }

    @Test
    void the_emergency_card_says_it_beside_the_line() {
        says("attest emg13 of London as the carrier has our address");

        assertThat(text(says("emergency London")))
                .contains("To be checked by you", "Attested by Ana Ruiz", "the carrier has our address");
    }

    @Test
    void a_button_of_the_card_opens_a_short_form_that_answers_it() {
        var button = ((PersonReadiness) says("check London"))
                .suggestions().stream()
                        .filter(it -> it.typed().equals("attest RES-18 for London"))
                        .findFirst()
                        .orElseThrow();

        var form = (Form) chat.chat().answer(caller("admin", Locale.ENGLISH), button.press());
        assertThat(form.fields())
                .extracting(FormField::label, FormField::value)
                .containsExactly(
                        tuple("card.field.rule", "RES-18"),
                        tuple("card.field.thing", "London"),
                        tuple("card.field.attested-because", ""),
                        tuple("card.field.attested-until", ""),
                        tuple("card.field.link", ""));
        var filled = new HashMap<>(button.press().inputs());
        filled.put("reason", "BT said so");
        filled.put("end", "2027-01-31");
        var answer = chat.chat().answer(caller("admin", Locale.ENGLISH), new ButtonPress(form.verb(), filled));

        assertThat(text(answer)).contains("Attested: RES-18 for London", "January 31, 2027");
    }

    @Test
    void without_a_day_it_holds_half_a_year_and_another_one_takes_its_place() {
        says("attest RES-18 for london because one");
        says("attest RES-18 for london because two until 2027-01-01");

        assertThat(text(says("check London"))).contains("\"two\"").doesNotContain("\"one\"");
        assertThat(audited(Action.ATTESTED).getFirst()).contains("until 2027-05-27: one");
        assertThat(audited(Action.ATTESTED).getLast()).contains("before=by ", ": one", "after=by ", ": two");
    }

    @Test
    void two_who_attest_one_line_at_once_are_both_kept_and_the_later_counts() throws Exception {
        var answers =
                AtOnce.of(2, number -> text(says("attest RES-18 for London because letter %d".formatted(number))));

        assertThat(answers).allMatch(answer -> answer.contains("Attested: RES-18 for London"));
        assertThat(chat.store().attestations().newest())
                .singleElement()
                .satisfies(newest -> assertThat(newest.version()).isEqualTo(2));
    }

    @Test
    void it_is_taken_back_once() {
        says(ATTEST);

        assertThat(text(says("withdraw res-18 for London"))).contains("Taken back: RES-18 for London");
        assertThat(text(says("withdraw res-18 for London"))).contains("Nothing to take back");
        assertThat(text(says("check London"))).doesNotContain("Attested by");
        assertThat(text(says("attestations"))).contains("Nothing is attested.");
        assertThat(audited(Action.WITHDRAWN)).singleElement().asString().contains("after=,", "before=by ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attest RES-10 for London because I like it | none of these: EMG-13",
                "attest nonsense for London because x | \"nonsense\" is none of these",
                "attest RES-18 for Atlantis because x | no resource account called \"Atlantis\"",
                "attest RES-20 for London because x | RES-20 does not ask anybody about London now",
                "attest POL-04 for London because x | What it says: it holds, as read.",
                "attest EMG-13 for ra-london because x | Name the policy",
                "attest POL-09 for ra-london because x | Name the policy",
                "attest RES-18 for London because x until 2026-11-27 | November 27, 2026 is before",
                "attest RES-18 for London because x until 2029-01-01 | at the latest",
                "attest RES-18 for London because x until the cows come home | cows",
                "attest RES-18 for London because x evidence http://bt.example/ | has to begin with https://",
                "attest RES-18 for London because x evidence https://ana:pw@bt.example/ | has to begin with https://",
                "attest RES-18 for London because x evidence javascript:alert(1) | has to begin with https://",
                "attest RES-18 for London because x evidence https:// | has to begin with https://",
                "withdraw RES-18 for London | Nobody attested RES-18 for London"
            })
    void what_cannot_be_is_said_and_nothing_is_kept(String sentence, String answer) {
        assertThat(text(says(sentence))).contains(answer);

        assertThat(chat.store().attestations().newest()).isEmpty();
        assertThat(audited(Action.ATTESTED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "helpdesk", "auditor", "user"})
    void nobody_without_the_role_attests_or_is_offered_it(String role) {
        assertThat(says(role, ATTEST)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(says(role, "withdraw RES-18 for London")).isInstanceOf(Answer.NotAllowed.class);
        assertThat(says(role, "check London").toString()).doesNotContain("verb=attest");
        assertThat(chat.store().attestations().newest()).isEmpty();
    }

    @Test
    void everything_is_said_in_three_languages() {
        says(ATTEST);

        for (var language : List.of(Locale.GERMAN, Locale.FRENCH)) {
            var check = chat.chat().answer(caller("admin", language), new ChatInput.TypedText("check London"));
            var list = chat.chat().answer(caller("admin", language), new ChatInput.TypedText("attestations"));
            assertThat(text(check, language))
                    .contains(language.equals(Locale.GERMAN) ? "Das sagt eine Person" : "la parole d'une personne");
            assertThat(text(list, language))
                    .contains(language.equals(Locale.GERMAN) ? "Eine Bestätigung" : "Une attestation");
        }
    }
}

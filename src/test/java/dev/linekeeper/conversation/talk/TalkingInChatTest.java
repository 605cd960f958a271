package dev.linekeeper.conversation.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.grammar.Corpus;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say in their own words and to the last card, in three languages, and that nothing is done on a guess. */
class TalkingInChatTest {
    private static final String ANA = "admin";
    private static final String LEE = "approver";
    private static final String ADELE = "user";

    private static final HandClock clock = new HandClock(Instant.parse("2026-11-28T10:00:00Z"));
    private static ChatInMemory chat;

    @BeforeAll
    static void open() {
        chat = ChatInMemory.over(Fabrikam.demo(clock), clock);
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    /** So long that nobody remembers what was said before. */
    @BeforeEach
    void wait_a_while() {
        clock.pass(Duration.ofMinutes(11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "yes please", "do it", "ja", "mach das", "oui, vas-y"})
    void yes_to_the_question_that_was_just_asked_does_it(String yes) {
        assertThat(key(says(ANA, "remove joni"))).isEqualTo("chat.completed.one.title");

        assertThat(says(ANA, yes)).isInstanceOf(RequestCard.class);
    }

    @Test
    void yes_to_a_question_of_some_minutes_ago_is_a_question() {
        int before = requests();
        says(ANA, "remove adele");
        clock.pass(Duration.ofMinutes(6));

        assertThat(key(says(ANA, "yes"))).isEqualTo("chat.reply.question.title");
        assertThat(requests()).isEqualTo(before);

        clock.pass(Duration.ofMinutes(11));
        assertThat(key(says(ANA, "yes"))).isEqualTo("chat.reply.nothing.title");
    }

    @Test
    void somebody_elses_yes_is_to_their_own_last_card() {
        int before = requests();
        says(ANA, "remove adele");

        assertThat(key(says(LEE, "yes"))).isEqualTo("chat.reply.nothing.title");
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void a_decision_is_never_a_typed_yes() {
        var card = (RequestCard) says(ANA, "remove Joni Sherman");
        says(LEE, "request " + card.id());

        says(LEE, "yes");
        says(LEE, "yes");
        assertThat(chat.store().requests().find(card.id()).orElseThrow().request())
                .isInstanceOfSatisfying(
                        Request.Pending.class,
                        pending -> assertThat(pending.approvals()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and for Megan Bowen?",
                "and Megan Bowen?",
                "what about Megan Bowen",
                "und für Megan Bowen?",
                "und Megan Bowen?",
                "et pour Megan Bowen ?",
                "et Megan Bowen ?"
            })
    void the_same_is_read_about_somebody_else(String sentence) {
        says(ANA, "check Adele Vance");

        assertThat(((PersonReadiness) says(ANA, sentence)).title().arguments()).contains("Megan Bowen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"and check Megan Bowen", "und prüfe Megan Bowen", "et vérifie Megan Bowen"})
    void an_and_before_a_sentence_of_its_own_means_nothing(String sentence) {
        says(ANA, "remove Joni Sherman because she left");

        assertThat(((PersonReadiness) says(ANA, sentence)).title().arguments()).contains("Megan Bowen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "and should I remove Adele Vance?",
                "and remove Adele Vance if she left",
                "und entferne Adele Vance nicht"
            })
    void an_and_hides_no_question_and_no_condition(String sentence) {
        int before = requests();

        assertThat(key(says(ANA, sentence))).isEqualTo("chat.withheld.title");
        assertThat(requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"and for Adele Vance?", "and Adele Vance?", "und Adele Vance?", "et Adele Vance ?"})
    void the_same_change_for_somebody_else_is_asked_about(String sentence) {
        says(ANA, "remove Joni Sherman because she left");
        int before = requests();

        var question = (Note) says(ANA, sentence);
        assertThat(question.title().key()).isEqualTo("chat.reply.question.title");
        assertThat(question.title().arguments().getLast().toString()).contains("Adele Vance");
        assertThat(requests()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove her", "entferne sie", "retire elle"})
    void a_pronoun_that_changes_something_is_asked_about(String sentence) {
        int before = requests();
        says(ANA, "check Joni Sherman");

        assertThat(((Note) says(ANA, sentence)).title().arguments().getLast().toString())
                .contains("Joni Sherman");
        assertThat(requests()).isEqualTo(before);

        assertThat(says(ANA, "yes")).isInstanceOf(RequestCard.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the second one", "das zweite", "le deuxième"})
    void one_of_a_list_is_taken_by_its_place(String sentence) {
        says(ANA, "check adele, megan");

        assertThat(((PersonReadiness) says(ANA, sentence)).title().arguments()).contains("Megan Bowen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"back", "go back", "zurück", "zurück zur Liste", "retour", "retour à la liste"})
    void back_leads_to_what_was_read_before(String sentence) {
        says(ANA, "check Adele Vance");
        says(ANA, "check Megan Bowen");

        assertThat(((PersonReadiness) says(ANA, sentence)).title().arguments()).contains("Adele Vance");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        policies | the second one | back
        accounts | das zweite | zurück
        Richtlinien | das zweite | zurück
        stratégies | le deuxième | retour
        impact London | the second one | back
        requests | the first one | back
        """)
    void a_list_leads_to_one_of_its_rows_and_back(String list, String row, String back) {
        says(ANA, "remove Joni Sherman because she left");
        var shown = (Listing) says(ANA, list);

        assertThat(says(ANA, row)).isNotInstanceOf(Listing.class).isNotInstanceOf(Note.class);
        assertThat(((Listing) says(ANA, back)).title()).isEqualTo(shown.title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fix it", "repair it please", "behebe das", "bring das in Ordnung", "corrige ça", "répare-le"})
    void what_a_card_offers_to_put_right_is_asked_about(String sentence) {
        var card = (PersonReadiness) says(ANA, "check Denver");
        assertThat(card.suggestions()).anyMatch(button -> button.press().verb().equals("fix"));

        assertThat(says(ANA, sentence)).isNotEqualTo(card);
        assertThat(key(says(ANA, "leave it"))).isEqualTo("chat.left.title");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        admin | Hello | enrol check why
        approver | hallo! | requests my-calling my-caller-id
        auditor | hey bot | requests audit my-calling
        user | guten Morgen | my-calling my-caller-id my-emergency
        user | bonjour | my-calling my-caller-id my-emergency
        """)
    void who_greets_is_told_the_three_things_they_are_likely_to_want(String role, String greeting, String verbs) {
        assertThat(((Answer.Hello) says(role, greeting)).lines())
                .extracting(Answer.Help.HelpLine::verb)
                .containsExactly(verbs.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "more", "fix it", "the second one", "und für Megan?", "retour"})
    void a_reply_to_nothing_does_nothing(String sentence) {
        assertThat(key(says(ANA, sentence))).isEqualTo("chat.reply.nothing.title");
    }

    @Test
    void a_typing_error_is_mended_where_nothing_changes_and_asked_about_where_something_does() {
        int before = requests();
        assertThat(((PersonReadiness) says(ANA, "chekc Adele Vance")).title().key())
                .isEqualTo("chat.mended");
        assertThat(says(ANA, "remvoe Joni Sherman")).isInstanceOf(Answer.DidYouMean.class);
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void what_is_not_understood_gets_three_things_the_reader_may_do() {
        var note = (Note) says(ADELE, "the purple elephant wants a policy");

        assertThat(note.title().key()).isEqualTo("chat.not-understood.title");
        assertThat(note.suggestions()).hasSize(4);
        for (Suggestion button : note.suggestions()) {
            assertThat(chat.chat().answer(caller(ADELE), button.press()))
                    .as(button.typed())
                    .isNotInstanceOf(Answer.NotAllowed.class)
                    .isNotEqualTo(note);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Ich kann nicht telefonieren | chat.why.own
        je ne peux pas appeler | chat.why.own
        I can't make calls | chat.why.own
        ich möchte telefonieren können | chat.form.want-calling
        qui puis-je contacter ? | chat.form.voice-team
        my headset has no sound | chat.talk.outside-device.title
        Danke! | chat.talk.thanks.title
        """)
    void everybody_is_answered_in_their_words(String sentence, String title) {
        assertThat(key(says(ADELE, sentence))).isEqualTo(title);
    }

    /** Said by whoever says it, everything of the corpus that is not plainly a wish. */
    @Test
    void nothing_of_the_corpus_is_done_that_was_not_asked_for() {
        List<Corpus.Line> lines = Corpus.read().stream()
                .filter(line -> line.job().equals("safety")
                        || line.isMistyped() && !line.role().equals("user"))
                .toList();

        int before = requests();
        for (Corpus.Line line : lines) {
            says(line.role(), line.sentence());
            assertThat(requests()).as(line.sentence()).isEqualTo(before);
        }
        assertThat(lines).hasSizeGreaterThan(30);
    }

    private static int requests() {
        return chat.store().requests().latest(50).size();
    }

    private static String key(Answer answer) {
        return switch (answer) {
            case Note note -> note.title().key();
            case Sheet sheet -> sheet.title().key();
            case Answer.Form form -> form.title().key();
            default -> answer.toString();
        };
    }

    private static Answer says(String role, String sentence) {
        return chat.chat().answer(caller(role), new ChatInput.TypedText(sentence));
    }

    private static Caller caller(String role) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                Locale.ENGLISH,
                Caller.ConversationType.PERSONAL);
    }
}

package dev.linekeeper.chat.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Form;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.NotAllowed;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Tone;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.forecast.ForecastAssumptions;
import dev.linekeeper.core.forecast.OwnersFigures;
import dev.linekeeper.core.forecast.PriceKind;
import dev.linekeeper.core.forecast.PriceList;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.Fabrikam;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ana reads of the demo's policies with the owner's figures, and of the topics. */
class ForecastInChatTest {
    private static final Map<PriceKind, BigDecimal> PRICES = Map.of(
            PriceKind.PHONE_LICENCE, new BigDecimal("8"),
            PriceKind.NUMBER, new BigDecimal("1.5"),
            PriceKind.OWN_PLAN, new BigDecimal("1000.25"),
            PriceKind.ACCOUNT, new BigDecimal("10"),
            PriceKind.SHARED_CALLS, new BigDecimal("2.0005"));
    private static final ChatInMemory CHAT = ChatInMemory.over(
            Fabrikam.demo(Clock.systemUTC()),
            new OwnersFigures(
                    new ForecastAssumptions(Optional.of(new BigDecimal("0.5")), new BigDecimal("0.05")),
                    new PriceList(Optional.of(Currency.getInstance("EUR")), PRICES)));

    @AfterAll
    static void close() {
        CHAT.close();
    }

    private static Caller caller(String role, Locale language) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }

    private static Answer says(Locale language, String sentence) {
        return CHAT.chat().answer(caller("admin", language), new ChatInput.TypedText(sentence));
    }

    private static String reads(Locale language, String sentence) {
        return new AnswerCards()
                .render(says(language, sentence), caller("admin", language))
                .fallback();
    }

    /** Five people have London: 2.5 calls a year on one number meet with 2.5 × 2.5 / 8766, 0.071 per cent. */
    @Test
    void above_the_limit_the_card_warns_and_says_what_it_was_computed_from() {
        assertThat(says(Locale.UK, "forecast London"))
                .isInstanceOfSatisfying(
                        Sheet.class, card -> assertThat(card.tone()).isEqualTo(Tone.WARNING));
        assertThat(reads(Locale.UK, "are there enough callback numbers for London?"))
                .contains(
                        "With a likelihood of 0.071 % within a year, at least once more than one person dials",
                        "People under the policy 5 people",
                        "0.5 emergency calls per person and year, as the owner of Linekeeper set it; 2.5 a year",
                        "Above 0.05 % a year; 2 callback numbers would keep it within",
                        "In a fire several people call at once: then it is likelier",
                        "not a promise that a call gets through");
    }

    /** 20 people on two numbers: 10 calls a year, 10³ / 2 / 8766². */
    @Test
    void within_the_limit_it_is_a_note_and_never_good() {
        assertThat(says(Locale.UK, "forecast seattle"))
                .isInstanceOfSatisfying(
                        Sheet.class, card -> assertThat(card.tone()).isEqualTo(Tone.INFO));
        assertThat(reads(Locale.UK, "forecast seattle"))
                .contains(
                        "less than 0.01 %",
                        "more than 2 people dial", "4 more people have the policy and call with a number of their own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "forecast Reno|There are no callback numbers to run out",
                "forecast Seattle borrowed|There is a callback number for everybody",
                "cost London|With numbers and plans of their own they would cost €4,985.75 a month more",
                "what do the people of London cost|€63.00: for 5 people the licence at €8.00 and calls at €2.0005",
                "costs of London|The account also serves London mixed"
            })
    void what_is_asked_is_answered(String sentence, String answer) {
        assertThat(reads(Locale.UK, sentence)).contains(answer);
    }

    @Test
    void money_and_shares_are_written_as_the_reader_writes_them() {
        assertThat(reads(Locale.GERMANY, "cost London")).contains("4.985,75\u00a0€ mehr", "zu 2,0005\u00a0€");
        assertThat(reads(Locale.FRANCE, "cost London")).containsPattern("4\\h985,75\\h€ de plus");
        assertThat(reads(Locale.GERMANY, "forecast London")).contains("0,071 %", "wählt mindestens einmal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "cost", "what would it cost"})
    void without_a_policy_it_is_asked_for(String sentence) {
        assertThat(says(Locale.UK, sentence)).isInstanceOf(Form.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast Nowhere", "forecast -1", "cost -1", "cost +44 20 7946 0100", "forecast 😀"})
    void what_is_no_policy_is_asked_back(String sentence) {
        assertThat(says(Locale.UK, sentence)).isInstanceOf(WhichOne.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast London", "cost London", "guide", "guide cost"})
    void nobody_without_a_role_reads_it(String sentence) {
        assertThat(CHAT.chat().answer(caller("user", Locale.UK), new ChatInput.TypedText(sentence)))
                .isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "en, guide callbacks",
        "de, guide Rückrufnummern",
        "fr, guide numéros de rappel",
        "de, guide CALLBACK NUMBERS"
    })
    void a_topic_is_found_by_its_names_in_the_readers_language_and_in_english(Locale language, String sentence) {
        assertThat(reads(language, sentence))
                .contains("(https://learn.microsoft.com/microsoftteams/shared-calling-setup)", "POL-08");
    }

    @Test
    void a_topic_that_is_none_is_asked_back_with_the_nearest() {
        assertThat(says(Locale.UK, "guide considrations"))
                .isInstanceOfSatisfying(
                        WhichOne.class,
                        which -> assertThat(which.options().getFirst().name()).isEqualTo("Considerations"));
        assertThat(says(Locale.GERMAN, "guide Kostn"))
                .isInstanceOfSatisfying(
                        WhichOne.class,
                        which -> assertThat(which.options().getFirst().name()).isEqualTo("Kosten"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void the_list_leads_to_every_topic_and_every_topic_names_its_sources(Locale language) {
        var list = (Listing) says(language, "guide");

        assertThat(list.rows()).hasSizeGreaterThan(8).allSatisfy(row -> {
            var press = row.press().orElseThrow();
            var topic = (Sheet) CHAT.chat().answer(caller("admin", language), press);
            var text =
                    new AnswerCards().render(topic, caller("admin", language)).fallback();

            assertThat(topic.details()).isNotEmpty();
            assertThat(text)
                    .contains("https://learn.microsoft.com/")
                    .doesNotContain("chat.guide", "readiness.", "will work", "{0}");
        });
    }
}

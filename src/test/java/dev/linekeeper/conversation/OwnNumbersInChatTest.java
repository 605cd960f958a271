package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.PersonReadiness;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.core.enrolment.Plan;
import dev.linekeeper.core.enrolment.Purpose;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of one's own, asked for in chat. Priya calls under London; +44 20 7946 0130 is the one free number for people. */
class OwnNumbersInChatTest {
    private static final String PRIYA = "priya.nair@contoso.example";
    private static final PhoneNumber FREE = PhoneNumber.of("+442079460130");

    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    @AfterEach
    void close() {
        chat.close();
    }

    private static Caller admin(Locale language) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get("admin").objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }

    private Answer says(String sentence) {
        return chat.chat().answer(admin(Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private Answer presses(ButtonPress press) {
        return chat.chat().answer(admin(Locale.ENGLISH), press);
    }

    private List<Request> asked() {
        return chat.store().requests().latest(10);
    }

    private static String text(Answer answer, Locale language) {
        return new AnswerCards().render(answer, admin(language)).fallback();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "give %s +44 20 7946 0130 because back office",
                "give %s the number +442079460130 because back office",
                "give +44 (0)20 7946-0130 to %s because back office",
                "assign 020 7946 0130 to %s because back office",
                "move %s to number +44 20 7946 0130 because back office",
                "give %s +44 20 7946 0130 at London office because back office"
            })
    void a_number_is_asked_for_as_people_say_it(String sentence) {
        assertThat(says(sentence.formatted(PRIYA))).isInstanceOf(RequestCard.class);

        assertThat(asked()).singleElement().satisfies(request -> {
            Plan plan = request.terms().plan();
            assertThat(plan.purpose()).isEqualTo(Purpose.NUMBER);
            assertThat(plan.givenNumber().orElseThrow().number()).isEqualTo(FREE);
            assertThat(plan.stepNames()).containsExactly(StepName.REVOKE_SC, StepName.ASSIGN_NUMBER, StepName.VERIFY);
            assertThat(request.terms().reason()).isEqualTo("back office");
        });
    }

    @Test
    void the_card_says_what_it_leads_to_in_three_languages() {
        var card = says("give %s +44 20 7946 0130".formatted(PRIYA));

        assertThat(text(card, Locale.ENGLISH))
                .contains(
                        "Give Priya Nair the number +44 20 7946 0130", "Take Shared Calling away", "every rule holds");
        assertThat(text(card, Locale.GERMAN)).contains("Priya Nair die Nummer +44 20 7946 0130 geben");
        assertThat(text(card, Locale.FRENCH)).contains("Donner \u00e0 Priya Nair le num\u00e9ro +44 20 7946 0130");
    }

    @Test
    void without_a_number_the_free_ones_that_fit_are_offered_and_one_is_chosen() {
        var question = (WhichOne) says("give %s a number of her own because back office".formatted(PRIYA));
        assertThat(question.options()).singleElement().satisfies(option -> {
            assertThat(option.name()).isEqualTo("+442079460130");
            assertThat(option.detail()).isEqualTo("Operator Connect, London office");
        });
        assertThat(asked()).isEmpty();

        assertThat(presses(question.options().getFirst().press())).isInstanceOf(RequestCard.class);

        assertThat(asked().getFirst().terms().reason()).isEqualTo("back office");
    }

    @Test
    void a_number_that_another_request_asks_for_is_not_offered_and_refused_by_its_name() {
        says("give %s +44 20 7946 0130".formatted(PRIYA));

        var none = says("give adele.vance@contoso.example a number of her own");
        assertThat(text(none, Locale.ENGLISH))
                .contains("No free number fits Adele Vance", "1: another request already asks for it.");
        assertThat(text(says("give adele.vance@contoso.example +44 20 7946 0130"), Locale.ENGLISH))
                .contains("+44 20 7946 0130 is already asked for", "SC-1001 asks for +44 20 7946 0130");
        assertThat(asked()).hasSize(1);

        says("cancel 1001");
        assertThat(says("give adele.vance@contoso.example a number of her own")).isInstanceOf(WhichOne.class);
    }

    @Test
    void where_no_free_number_fits_it_says_why() {
        var sheet = (Sheet) says("give joni.sherman@contoso.example a number");

        assertThat(text(sheet, Locale.ENGLISH)).contains("NUM-04", "NUM-06", "country");
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "+44 20 7946 0171, NUM-01, London",
        "+44 20 7946 0120, NUM-01, Somebody has",
        "+44 20 7946 0100, NUM-01, resource account",
        "+44 20 7946 0199, NUM-01, does not list",
        "+1 425 555 0130, NUM-02, for services",
        "+1 425 555 0130, NUM-04, usage location"
    })
    void a_number_that_cannot_be_given_is_refused_with_the_reason(String number, String rule, String says) {
        var card = (PersonReadiness) says("give %s %s".formatted(PRIYA, number));

        assertThat(text(card, Locale.ENGLISH)).contains(rule, says);
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_place_is_found_by_a_part_of_its_address_or_not_at_all() {
        says("give %s +44 20 7946 0130 at Quay Street".formatted(PRIYA));
        assertThat(asked().getFirst().terms().plan().givenNumber().orElseThrow().place())
                .hasValueSatisfying(place -> assertThat(place.value()).startsWith("ca4aa82f"));

        assertThat(((Note) says("give %s +44 20 7946 0130 at Atlantis".formatted(PRIYA)))
                        .title()
                        .key())
                .isEqualTo("chat.give.no-place.title");
        assertThat(((WhichOne) says("give %s +44 20 7946 0130 at office".formatted(PRIYA))).options())
                .hasSize(4);
        says("cancel 1001");
        assertThat(text(says("give pradeep.gupta@contoso.example +44 20 7946 0130 at Berlin office"), Locale.ENGLISH))
                .contains("NUM-05", "not in the country");
    }

    @Test
    void who_has_it_already_is_told() {
        var elvia = (Note) says("give elvia.atkins@contoso.example +44 20 7946 0120");

        assertThat(elvia.title().key()).isEqualTo("chat.asked.nothing-to-do.title");
        assertThat(text(says("give elvia.atkins@contoso.example +44 20 7946 0120 at Berlin office"), Locale.ENGLISH))
                .contains("NUM-01", "has +44 20 7946 0120 already");
    }

    @Test
    void a_policy_is_still_a_policy() {
        assertThat(says("give adele.vance@contoso.example London")).isInstanceOf(RequestCard.class);

        assertThat(asked().getFirst().terms().plan().purpose()).isEqualTo(Purpose.ENROL);
    }

    @Test
    void who_has_a_number_and_is_enrolled_chooses_what_becomes_of_it() {
        var card = (PersonReadiness) says("enrol elvia.atkins@contoso.example with London because shared desk");
        assertThat(text(card, Locale.ENGLISH)).contains("Kept, +44 20 7946 0120 would be used", "given to somebody");
        assertThat(text(card, Locale.GERMAN)).contains("Behalten w\u00fcrde mit +44 20 7946 0120");
        assertThat(text(card, Locale.FRENCH)).contains("Gard\u00e9, +44 20 7946 0120");
        assertThat(asked()).isEmpty();

        presses(card.suggestions().getFirst().press());

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.terms().plan().freed()).containsExactly(PhoneNumber.of("+442079460120"));
            assertThat(request.terms().reason()).isEqualTo("shared desk");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enrol %s with London giving her number back because shared desk",
                "enrol %s with London and release the number because shared desk",
                "put %s under London and give back her own number because shared desk"
            })
    void giving_the_number_back_is_said_with_it(String sentence) {
        says(sentence.formatted("elvia.atkins@contoso.example"));

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.terms().plan().freed()).containsExactly(PhoneNumber.of("+442079460120"));
            assertThat(request.terms().reason()).isEqualTo("shared desk");
        });
    }

    @Test
    void from_one_to_another_are_two_requests_and_both_sentences_are_said() {
        var card = (PersonReadiness) says("enrol elvia.atkins@contoso.example with London");
        var generic = (Sheet) presses(card.suggestions().getLast().press());
        assertThat(text(generic, Locale.ENGLISH))
                .contains("two requests", "enrol elvia.atkins@contoso.example with London giving the number back")
                .contains("give PERSON +44 20 7946 0120");

        var named = (Sheet) says(
                "enrol elvia.atkins@contoso.example with London and give her number to pradeep.gupta@contoso.example");
        assertThat(text(named, Locale.ENGLISH)).contains("give pradeep.gupta@contoso.example +44 20 7946 0120");
        assertThat(text(named, Locale.GERMAN)).contains("zwei Antr\u00e4ge nacheinander");
        assertThat(asked()).isEmpty();

        presses(named.suggestions().getFirst().press());
        assertThat(asked()).hasSize(1);
        assertThat(((Note) says("enrol %s and %s with London and give their number to pradeep.gupta@contoso.example"
                                .formatted("elvia.atkins@contoso.example", "adele.vance@contoso.example")))
                        .title()
                        .key())
                .isEqualTo("chat.pass-on.several.title");
        assertThat(((Note) says("enrol %s with Seattle and give her number to pradeep.gupta@contoso.example"
                                .formatted("adele.vance@contoso.example")))
                        .title()
                        .key())
                .isEqualTo("chat.pass-on.none.title");
    }
}

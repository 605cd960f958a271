package dev.linekeeper.conversation.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Form;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.site.Job;
import dev.linekeeper.core.site.LineState;
import dev.linekeeper.core.site.SiteStep;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.BehindOurBack;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites as people say it, in three languages; nonsense; and what is asked back rather than guessed. */
class SitesInChatTest {
    private static final AnswerCards CARDS = new AnswerCards();
    private static final SimulatedTenant TENANT = Fabrikam.demo(Clock.systemUTC());
    private static final ChatInMemory CHAT = ChatInMemory.over(TENANT);

    @BeforeEach
    void forget() {
        CHAT.store().forgetEverything();
    }

    @AfterAll
    static void close() {
        CHAT.close();
    }

    private static Caller as(Locale language) {
        return new Caller(House.ANA_ADMIN, SentencesByRole.CONTOSO, language, Caller.ConversationType.PERSONAL);
    }

    private static Answer says(String sentence, Locale language) {
        return CHAT.chat().answer(as(language), new ChatInput.TypedText(sentence));
    }

    private static Answer says(String sentence) {
        return says(sentence, Locale.ENGLISH);
    }

    private static String text(Answer answer, Locale language) {
        return CARDS.render(answer, as(language)).fallback();
    }

    private static String text(Answer answer) {
        return text(answer, Locale.ENGLISH);
    }

    private static List<String> begun() {
        return CHAT.store().sites().open().stream()
                .map(site -> site.name().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, set up the new site Leeds, Site Leeds, Whose job: a Teams administrator's",
        "de, richte den neuen Standort Leeds ein, Standort Leeds, Wessen Aufgabe: die eines Teams-Administrators",
        "fr, préparer le nouveau site Leeds, Site Leeds, À qui de le faire : un administrateur Teams"
    })
    void it_is_said_and_answered_in_three_languages(Locale language, String sentence, String title, String job) {
        assertThat(text(says(sentence, language), language))
                .contains(title, job)
                .doesNotContain("chat.", "site.step");
        assertThat(begun()).containsExactly("Leeds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void every_line_state_and_job_has_its_sentence(Locale language) {
        var keys = Stream.of(
                        Arrays.stream(SiteStep.values()).map(step -> "site.step." + step),
                        Arrays.stream(LineState.values())
                                .flatMap(state -> Stream.of("chat.site.state." + state, "chat.site.nothing." + state)),
                        Arrays.stream(Job.values()).map(job -> "chat.site.job." + job))
                .flatMap(some -> some);

        assertThat(keys)
                .allSatisfy(key -> assertThat(Wording.of(language).say(Explanation.of(key)))
                        .isNotBlank()
                        .isNotEqualTo(key));
    }

    @Test
    void policies_that_everybody_needs_and_that_are_missing_are_ours_with_a_button() {
        var demo = Fabrikam.demo(Clock.systemUTC());
        BehindOurBack.edit(
                demo,
                file -> List.of("OnlineVoiceRoutingPolicy", "TeamsEmergencyCallRoutingPolicy")
                        .forEach(kind -> file.withObjectProperty("policies")
                                .withArrayProperty(kind)
                                .removeIf(it -> List.of("Tag:NoPSTN", "Tag:Emergency-UK")
                                        .contains(it.path("Identity").asString("")))));
        try (var chat = ChatInMemory.over(demo)) {
            var site = (Sheet) chat.chat().answer(as(Locale.ENGLISH), new ChatInput.TypedText("set up London"));

            assertThat(site.suggestions())
                    .extracting(Answer.Suggestion::typed)
                    .contains("fix EMG-01 for London", "fix VRP-01 for London");
            assertThat(site.details())
                    .filteredOn(line -> Wording.of(Locale.ENGLISH)
                            .say(line.label())
                            .matches(".*(Emergency call routing policy|Voice routing policy without usages).*"))
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(Wording.of(Locale.ENGLISH).say(line.value()))
                            .contains("Linekeeper's, once you ask for it here"));
        }
    }

    @Test
    void set_up_alone_shows_the_form_and_a_site_is_chosen_for_in_another() {
        assertThat(((Form) says("set up")).fields().getFirst().required()).isTrue();

        says("set up Leeds type Operator Connect country GB");
        var form = (Form) says("choose for site Leeds");
        assertThat(form.fields()).extracting(FormField::value).contains("Leeds", "GB", "operatorConnect");
        var sent = CHAT.chat()
                .answer(
                        as(Locale.ENGLISH),
                        new ChatInput.ButtonPress(
                                form.verb(), Map.of("name", "Leeds", "account", "ra-london@contoso.example")));
        assertThat(text(sent)).contains("Site Leeds", "London main line (ra-london@contoso.example)");
    }

    @ParameterizedTest
    @CsvSource({
        "set up ${x}, \"${x}\" cannot be one",
        "set up site <b>, cannot be one",
        "set up Leeds account nobody, No resource account of your tenant is called",
        "set up Leeds number +15005550006, is none of its numbers",
        "set up Leeds type fax, is none of Calling Plan",
        "set up Leeds country Narnia, is no country of two letters",
        "set up Leeds place Atlantis, No emergency location",
        "set up Leeds policy Global, is everybody's",
        "site Nowhere, There is no site Nowhere",
        "close site Nowhere, There is no site Nowhere"
    })
    void nonsense_is_named_and_nothing_is_begun(String sentence, String answer) {
        assertThat(text(says(sentence))).contains(answer);
        assertThat(begun()).isEmpty();
    }

    @Test
    void a_name_of_300_characters_is_cut_where_it_is_named() {
        assertThat(text(says("set up site " + "x".repeat(300))))
                .contains("\"" + "x".repeat(40) + "\"", "at most 64 characters")
                .doesNotContain("x".repeat(41));
        assertThat(begun()).isEmpty();
    }

    @Test
    void what_could_be_a_person_an_account_of_several_or_a_place_of_several_is_asked_back() {
        var person = (WhichOne) says("set up Adele");
        assertThat(person.options()).extracting(WhichOne.Option::name).containsExactly("Adele Vance", "Site Adele");
        assertThat(begun()).isEmpty();
        CHAT.chat().answer(as(Locale.ENGLISH), person.options().getLast().press());
        assertThat(begun()).containsExactly("Adele");

        assertThat(((WhichOne) says("set up Leeds account berlin")).options()).hasSize(2);
        assertThat(((WhichOne) says("set up Leeds place office")).options()).hasSize(4);
        assertThat(begun()).containsExactly("Adele");
    }

    /** Teams takes a message of about 28 KB. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr"})
    void the_longest_card_fits_in_a_message(Locale language) {
        for (var site : List.of("Leeds", "Berlin warehouse", "Seattle")) {
            var card = CARDS.render(says("set up " + site, language), as(language));
            assertThat(card.json().getBytes(StandardCharsets.UTF_8).length)
                    .as(site)
                    .isBetween(5_000, 20_000);
        }
    }

    @Test
    void where_policies_could_not_be_read_nothing_is_claimed_of_them() {
        var blind = Fabrikam.demo(Clock.systemUTC());
        BehindOurBack.edit(blind, file -> file.remove("policies"));
        try (var chat = ChatInMemory.over(blind)) {
            var card = (Sheet) chat.chat().answer(as(Locale.ENGLISH), new ChatInput.TypedText("set up London"));
            assertThat(text(card)).contains("? Could not be read: Shared Calling policy", "could not be read.");
            assertThat(text(card)).doesNotContain("There is no policy London");
            assertThat(card.suggestions())
                    .noneMatch(button -> button.press().verb().equals("new-policy"));
        }
    }
}

package dev.linekeeper.conversation.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.NotAllowed;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditSelection;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of the demo tenant, looked up and listed in chat. */
class LookupInChatTest {
    private static ChatInMemory chat;

    @BeforeAll
    static void open() {
        chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));
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

    private static Answer says(String sentence) {
        return says("admin", sentence);
    }

    private static Answer says(String role, String sentence) {
        return chat.chat().answer(caller(role, Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private static String text(Answer answer, Locale language) {
        return new AnswerCards().render(answer, caller("admin", language)).fallback();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lookup +44 20 7946 0120",
                "lookup 020 7946 0120",
                "lookup tel:+442079460120",
                "look up the number 0044 (0)20 7946-0120",
                "whois +442079460120",
                "whose number is 020 7946 0120",
                "who has 020 7946 0120",
                "lookup 460120"
            })
    void a_number_is_found_however_it_is_written(String sentence) {
        var card = says(sentence);

        assertThat(text(card, Locale.ENGLISH))
                .contains(
                        "Number +44 20 7946 0120",
                        "Elvia Atkins has it.",
                        "Operator Connect",
                        "given to a person",
                        "London office",
                        "their main number",
                        "GB");
    }

    @Test
    void a_shared_number_says_which_policies_use_it_and_who_shows_it() {
        String card = text(says("lookup +44 20 7946 0100"), Locale.ENGLISH);

        assertThat(card)
                .contains(
                        "The resource account London main line has it.",
                        "People call with it under",
                        "London and London mixed",
                        "resource accounts",
                        "Priya Nair");
    }

    @Test
    void what_is_looked_up_of_people_is_in_the_trail_person_by_person() {
        says("auditor", "lookup +44 20 7946 0120");

        var reads = new ArrayList<AuditEntry>();
        chat.store().trail().forEach(AuditSelection.EVERYTHING, record -> reads.add(record.entry()));
        assertThat(reads)
                .filteredOn(entry -> entry.actor()
                        .equals(Optional.of(caller("auditor", Locale.ENGLISH).id())))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo(AuditEntry.Action.READ);
                    assertThat(entry.person()).contains(new UserId("bc1124f3-7be5-54d5-8ab6-a0bc5a3453c7"));
                    assertThat(entry.details()).containsEntry("command", "lookup");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lookup +44 20 7946 0171        | It is kept for callbacks of emergency calls, by London.
        lookup +44 20 7946 0130        | Nobody has it: it is free.
        lookup +44 20 7946 0130        | Whether Teams still holds it back
        lookup +1 800 555 0199         | US, toll-free
        lookup +1 425 555 0190 ext 6789| has it.
        lookup 6789                    | ext 6789
        lookup +33 1 23 45 67 89       | It is not among the numbers of the tenant
        lookup 99999999                | None of the tenant's numbers that could be read has 99999999 in it
        lookup elvia                   | caller id of elvia
        """)
    void each_kind_of_number_is_told_for_what_it_is(String sentence, String says) {
        assertThat(text(says(sentence), Locale.ENGLISH)).contains(says);
    }

    @Test
    void whose_further_number_has_a_policy_of_its_own_is_told_with_their_caller_id() {
        assertThat(text(says("caller id of elvia.atkins@contoso.example"), Locale.ENGLISH))
                .contains("+1 425-555-0180 has a Shared Calling policy of its own: Seattle.");
        assertThat(text(says("lookup +1 425 555 0180"), Locale.ENGLISH))
                .contains("Shared Calling policy of the number itself", "Seattle");
    }

    @Test
    void without_a_number_there_is_a_form_that_asks_for_it() {
        assertThat(((Answer.Form) says("lookup")).fields())
                .extracting(FormField::label)
                .containsExactly("card.field.number");
    }

    @Test
    void a_part_of_several_numbers_lists_them_and_one_is_chosen() {
        var several = (Listing) says("lookup 94601");
        assertThat(several.rows()).hasSize(6);

        var chosen = chat.chat()
                .answer(
                        caller("admin", Locale.ENGLISH),
                        several.rows().getFirst().press().orElseThrow());

        assertThat(((Sheet) chosen).title().key()).isEqualTo("chat.lookup.title");
        assertThat(((Listing) says("lookup +14255550190")).rows())
                .as("the base of two extensions is asked back")
                .hasSize(2);
    }

    @Test
    void it_is_said_in_three_languages() {
        var card = says("lookup +44 20 7946 0120");

        assertThat(text(card, Locale.GERMAN))
                .contains("Elvia Atkins hat sie.", "an eine Person vergeben", "Hauptnummer", "Notfallstandort");
        assertThat(text(card, Locale.FRENCH))
                .contains("Elvia Atkins l'a.", "donn\u00e9 \u00e0 une personne", "num\u00e9ro principal");
    }

    @ParameterizedTest
    @CsvSource({
        "numbers, 27",
        "numbers free, 2",
        "free numbers, 2",
        "free numbers in Germany, 0",
        "numbers free in Royaume-Uni, 1",
        "list the toll-free numbers, 1",
        "free service numbers, 1",
        "numbers used in GB calling plan, 2",
        "which numbers are direct routing in DE, 3",
        "numbers callback, 8"
    })
    void numbers_are_listed_as_they_are_asked_for(String sentence, int count) {
        assertThat(says(sentence))
                .isInstanceOfSatisfying(
                        Listing.class,
                        list -> assertThat(text(list, Locale.ENGLISH)).contains("Numbers (%d)".formatted(count)));
    }

    @Test
    void a_long_list_has_the_counts_and_a_next_page() {
        var first = (Listing) says("numbers");
        assertThat(first.rows()).hasSize(25);
        assertThat(text(first, Locale.ENGLISH)).contains("free: 2", "kept by a policy: 8", "Calling Plan: 17", "GB: 6");

        var next = (Listing) chat.chat()
                .answer(
                        caller("admin", Locale.ENGLISH),
                        first.suggestions().getFirst().press());

        assertThat(next.rows()).hasSize(2);
        assertThat(next.suggestions()).hasSize(1);
    }

    @Test
    void a_word_that_is_not_understood_is_asked_back_and_nothing_is_listed() {
        assertThat(says("numbers in Atlantis"))
                .isInstanceOfSatisfying(
                        Note.class,
                        note -> assertThat(text(note, Locale.ENGLISH))
                                .contains("I do not know what \"atlantis\" means here"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookup +44 20 7946 0120", "numbers free", "lookup 0100"})
    void whoever_has_no_role_for_it_learns_nothing(String sentence) {
        assertThat(List.of(says("user", sentence), says("approver", sentence)))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(NotAllowed.class));
    }
}

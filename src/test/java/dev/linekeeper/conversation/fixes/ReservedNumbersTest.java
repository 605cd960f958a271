package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.reservation.ReservedFor.ReservedKind;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.NumberEdit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two numbers of the demo tenant are free, one of London for people; they are kept for somebody, and what is asked for otherwise is refused. */
class ReservedNumbersTest {
    private static GovernedChat chat;

    @BeforeAll
    static void open() {
        chat = new GovernedChat();
    }

    @AfterAll
    static void close() {
        chat.close();
    }

    @BeforeEach
    void nothingIsReserved() {
        chat.inMemory().store().forgetEverything();
    }

    private String says(String sentence) {
        return text(chat.asks(sentence));
    }

    private List<String> audited(Action action) {
        return chat.inMemory().store().audited().stream()
                .filter(it -> it.entry().action() == action)
                .map(it -> it.entry().details().toString())
                .toList();
    }

    private static ChatInput.ButtonPress button(Answer answer, String label) {
        return (switch (answer) {
                    case Answer.Note note -> note.suggestions();
                    case Answer.Sheet sheet -> sheet.suggestions();
                    case Answer.Listing list -> list.suggestions();
                    default -> throw new AssertionError(answer);
                })
                .stream()
                        .filter(it -> it.label().key().equals(label))
                        .findFirst()
                        .orElseThrow()
                        .press();
    }

    @Test
    void a_number_is_kept_for_a_person_shown_wherever_it_is_and_given_to_nobody_else() {
        assertThat(says("reserve +44 20 7946 0130 for Priya Nair because she starts in May"))
                .contains("+44 20 7946 0130 is reserved", "kept for Priya Nair until", "Teams knows nothing of it");

        assertThat(says("lookup +442079460130"))
                .contains("Nobody has it", "for Priya Nair until", "by Ana Ruiz: she starts in May");
        assertThat(says("numbers free in GB")).contains("reserved for Priya Nair until");
        assertThat(says("reservations")).contains("Reserved numbers (1)", "+44 20 7946 0130", "for Priya Nair until");
        assertThat(says("give Pradeep Gupta a number"))
                .contains("No free number fits Pradeep Gupta", "1: reserved for somebody or something else");
        assertThat(says("give Pradeep Gupta +442079460130"))
                .contains(
                        "Pradeep Gupta stays as it is",
                        "reserved for Priya Nair until",
                        "Ana Ruiz reserved it: she starts in May");
        assertThat(chat.requests()).isEmpty();
        assertThat(audited(Action.RESERVED))
                .singleElement()
                .asString()
                .contains("number=...0130", "for PERSON", "she starts in May")
                .doesNotContain("+442079460130");
    }

    @Test
    void whom_it_is_for_gets_it() {
        says("reserve +442079460130 for Pradeep Gupta");

        assertThat(((Answer.WhichOne) chat.asks("give Pradeep Gupta a number")).options())
                .extracting(Answer.WhichOne.Option::name)
                .contains("+442079460130");
        chat.asks("give Pradeep Gupta +442079460130");

        assertThat(chat.requests()).singleElement().isInstanceOf(Request.Pending.class);
    }

    @Test
    void a_name_that_is_not_whole_and_a_purpose_are_asked_about() {
        assertThat(text(chat.asks("reserve +442079460130 for Priya"))).contains("Priya Nair");
        assertThat(chat.inMemory().store().reservations().open()).isEmpty();

        var question = chat.asks("reserve +442079460130 for the new fax line until 2028-01-01 because it is old");
        assertThat(text(question)).contains("For what is \"the new fax line\"?");
        assertThat(text(chat.presses(button(question, "chat.reservation.purpose.yes"))))
                .contains("January 1, 2028 is no day for that");
        assertThat(chat.inMemory().store().reservations().open()).isEmpty();

        question = chat.asks("reserve +442079460130 for the new fax line until tomorrow because it is old");
        assertThat(text(chat.presses(button(question, "chat.reservation.purpose.yes"))))
                .contains("kept for \"the new fax line\" until");
        assertThat(chat.inMemory().store().reservations().open())
                .singleElement()
                .satisfies(it -> assertThat(it.whom().kind()).isEqualTo(ReservedKind.PURPOSE))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("it is old"));
        assertThat(says("give Pradeep Gupta +442079460130")).contains("reserved for \"the new fax line\"");
    }

    @Test
    void it_is_cancelled_by_a_button_that_says_what_ends() {
        says("reserve +442079460130 for Priya Nair");

        var question = chat.asks("cancel reservation 020 7946 0130");
        assertThat(text(question)).contains("Cancel the reservation of +44 20 7946 0130?", "for Priya Nair until");
        var yes = button(question, "chat.reservation.confirm.yes");
        says("reserve +442079460130 for Priya Nair until tomorrow");
        assertThat(text(chat.presses(yes))).contains("Cancel the reservation of +44 20 7946 0130?"); // of the newer one
        assertThat(text(chat.presses(button(chat.presses(yes), "chat.reservation.confirm.yes"))))
                .contains("+44 20 7946 0130 is not reserved any more");

        assertThat(says("cancel reservation +442079460130")).contains("There is nothing to cancel");
        assertThat(says("reservations")).contains("No number is reserved.");
        assertThat(audited(Action.UNRESERVED)).singleElement().asString().contains("after=,", "before=for PERSON");
    }

    @Test
    void a_number_for_callbacks_is_kept_too() {
        assertThat(chat.asks("new policy Leeds for ra-london").toString()).contains("+442079460130");
        says("reserve +442079460130 for purpose training room");

        assertThat(chat.asks("new policy Leeds for ra-london").toString()).doesNotContain("+442079460130");
        assertThat(says("new policy Leeds for ra-london with callback +442079460130"))
                .contains("The policy Leeds stays as it is", "reserved for \"training room\"");
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void a_site_is_not_set_up_with_a_number_that_is_kept_for_somebody_else() {
        says("reserve +442079460130 for Priya Nair because she starts in May");

        assertThat(says("set up Leeds number +442079460130"))
                .contains(
                        "Nothing was kept for the site Leeds",
                        "reserved for Priya Nair until",
                        "Ana Ruiz reserved it: she starts in May");
        assertThat(says("sites")).doesNotContain("Leeds");

        chat.inMemory().store().forgetEverything();
        says("reserve +442079460130 for site Leeds");
        assertThat(says("set up Leeds number +442079460130")).contains("Site Leeds");
    }

    @Test
    void of_a_site_its_account_gets_it() {
        try (var own = new GovernedChat()) {
            own.inMemory()
                    .tenant()
                    .change(edit ->
                            new NumberEdit(edit).release(PhoneNumber.of("+14255550115"), NumberType.CALLING_PLAN));
            own.asks("reserve +14255550115 for site Denver");
            own.asks("set up Denver");
            assertThat(text(own.asks("fix RES-04 for ra-denver with +14255550115")))
                    .contains("reserved for the site Denver");
            assertThat(own.asks("fix RES-04 for ra-denver").toString()).doesNotContain("+14255550115");

            own.asks("set up Denver account ra-denver");
            assertThat(text(own.asks("fix RES-04 for ra-denver with +14255550115")))
                    .contains("Set the number of ra-denver");
            assertThat(text(own.asks("reserve +14255550115 for purpose parking")))
                    .contains("Request SC-");
        }
    }

    @Test
    void a_number_that_is_asked_for_is_not_reserved() {
        chat.asks("give Pradeep Gupta +442079460130");
        assertThat(says("reserve +442079460130 for Priya Nair")).contains("is open and gives it to somebody");
        assertThat(chat.inMemory().store().reservations().open()).isEmpty();
    }

    @Test
    void what_was_approved_and_is_reserved_by_then_is_not_done() {
        var number = PhoneNumber.of("+442079460130");
        chat.asks("give Pradeep Gupta +442079460130");
        chat.inMemory()
                .store()
                .reservations()
                .add(new NumberReservation(
                        new RequestId(9999),
                        number,
                        ReservedFor.purpose("fax"),
                        House.ANA_ADMIN,
                        Instant.EPOCH,
                        LocalDate.MAX.withYear(9999),
                        ""));

        assertThat(chat.applied().done()).isEmpty();
        assertThat(chat.tenant()
                        .number(number)
                        .known()
                        .orElseThrow()
                        .orElseThrow()
                        .target())
                .isEmpty();
    }

    @Test
    void the_form_offers_free_numbers_that_nobody_reserved() {
        says("reserve +442079460130 for Priya Nair");

        var form = (Answer.Form) chat.presses(button(chat.asks("numbers"), "chat.reservation.button.reserve"));
        assertThat(form.fields().getFirst().choices())
                .extracting(Answer.FormChoice::value)
                .isEmpty(); // the other one that is free is a callback number
        chat.inMemory().store().forgetEverything();
        form = (Answer.Form) chat.asks("reserve");
        assertThat(form.fields().getFirst().choices())
                .extracting(Answer.FormChoice::value)
                .containsExactly("+442079460130");
        var filled = new ChatInput.ButtonPress(
                form.verb(), Map.of("number", "+442079460130", "thing", "ra-london", "end", ""));
        assertThat(text(chat.presses(filled))).contains("kept for the resource account");
        assertThat(text(chat.presses(button(chat.asks("lookup +442079460130"), "chat.reservation.button.cancel"))))
                .contains("Cancel the reservation of +44 20 7946 0130?");
        assertThat(chat.presses(new ChatInput.ButtonPress(form.verb(), Map.of())))
                .isInstanceOf(Answer.Form.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reserve +14255550100 for Priya Nair | Only a free number of the tenant can be reserved. The resource"
                        + " account",
                "reserve +14255550171 for Priya Nair | Only a free number",
                "reserve +33123456789 for Priya Nair | It is not among the numbers of the tenant",
                "reserve +442079460130 for Priya Nair until 2020-01-01 | over",
                "reserve +442079460130 for Priya Nair until the cows come home | cows",
                "reserve 0130 for Priya Nair | 2 numbers have 0130 in them",
                "reserve banana for Priya Nair | .",
                "reserve +442079460130 for everybody | .",
                "cancel reservation +442079460130 | There is nothing to cancel",
                "cancel reservation banana | That is no telephone number",
            })
    void what_cannot_be_is_said_and_nothing_is_kept(String sentence, String said) {
        var answer = says(sentence);

        assertThat(answer).containsPattern(said);
        assertThat(chat.inMemory().store().reservations().open()).isEmpty();
        assertThat(audited(Action.RESERVED)).isEmpty();
    }

    @Test
    void who_is_no_voice_admin_reserves_nothing_and_a_purpose_is_short() {
        assertThat(chat.says(House.LEE_APPROVER, "reserve +442079460130 for Priya Nair"))
                .isInstanceOf(Answer.NotAllowed.class);
        assertThat(chat.says(House.LEE_APPROVER, "cancel reservation +442079460130"))
                .isInstanceOf(Answer.NotAllowed.class);
        assertThat(says("reserve +442079460130 for purpose " + "x".repeat(201))).contains("That is too long");
        assertThat(says("reserve +442079460130 for " + "x y".repeat(70))).contains("That is too long");
        assertThat(chat.inMemory().store().reservations().open()).isEmpty();
    }

    @Test
    void it_is_said_in_three_languages() {
        var kept = chat.asks("reserviere +442079460130 für Priya Nair");

        assertThat(text(kept, Locale.GERMAN)).contains("ist reserviert", "Teams weiß davon nichts");
        assertThat(text(chat.asks("réservations"), Locale.FRENCH)).contains("Numéros réservés (1)", "pour Priya Nair");
    }
}

package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Form;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.HandClock;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days said in chat, on Saturday, 28 November 2026. */
class DaysInChatTest {
    private static final String MEGAN = "megan.bowen@contoso.example";
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final HandClock clock = new HandClock(Instant.parse("2026-11-28T10:00:00Z"));
    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(clock), clock);

    @AfterEach
    void close() {
        chat.close();
    }

    private static Caller caller(String role, Locale language) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                language,
                Caller.ConversationType.PERSONAL);
    }

    private Answer says(String role, String sentence) {
        return chat.chat().answer(caller(role, Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private Answer presses(String role, ButtonPress press) {
        return chat.chat().answer(caller(role, Locale.ENGLISH), press);
    }

    private List<Request> asked() {
        return chat.store().requests().latest(10);
    }

    private static Optional<Schedule> from(LocalDate day) {
        return Optional.of(new Schedule(Optional.of(day), Optional.empty(), ZoneId.of("UTC")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enrol %s with Seattle from 1 December because new desk",
                "enrol %s with Seattle from December 1, 2026 because new desk",
                "enrol %s with Seattle on 2026-12-01 because new desk",
                "enrol %s with Seattle starting on Tuesday because new desk",
                "enrol %s with Seattle from 1. Dezember because new desk",
                "enrol %s with Seattle from le 1er d\u00e9cembre because new desk",
                "put %s under Seattle from 1.12. because new desk"
            })
    void a_start_is_said_as_people_write_it(String sentence) {
        assertThat(says("admin", sentence.formatted(MEGAN))).isInstanceOf(RequestCard.class);

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.terms().schedule()).isEqualTo(from(DECEMBER));
            assertThat(request.terms().reason()).isEqualTo("new desk");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enrol %s with Seattle from 1 December until 31 January because new desk",
                "enrol %s with Seattle from 1 December to 31 January because new desk",
                "enrol %s with Seattle from 2026-12-01 till 31.1.2027 because new desk",
                "enrol %s with Seattle on 1 Dec through January 31st because new desk"
            })
    void an_end_is_the_next_such_day_after_the_start(String sentence) {
        assertThat(says("admin", sentence.formatted(MEGAN))).isInstanceOf(RequestCard.class);

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.terms().schedule())
                    .contains(new Schedule(
                            Optional.of(DECEMBER), Optional.of(LocalDate.of(2027, 1, 31)), ZoneId.of("UTC")));
            assertThat(request.terms().reason()).isEqualTo("new desk");
        });
    }

    @Test
    void the_card_says_the_end_and_what_happens_then_in_three_languages() {
        says("admin", "enrol %s with Seattle until 31 January because new desk".formatted(MEGAN));
        var card = says("approver", "request " + asked().getFirst().id().number());

        assertThat(text(card, Locale.ENGLISH)).contains("Sunday, January 31, 2027", "everything back", "High");
        assertThat(text(card, Locale.GERMAN)).contains("Sonntag, 31. Januar 2027", "von selbst", "Hoch");
        assertThat(text(card, Locale.FRENCH)).contains("dimanche 31 janvier 2027", "comme avant");
    }

    @Test
    void a_policy_after_on_is_a_policy_and_a_reason_keeps_its_days() {
        says("admin", "enrol %s on Seattle because on leave from 1 May until 3 May".formatted(MEGAN));

        assertThat(asked()).singleElement().satisfies(request -> {
            assertThat(request.terms().schedule()).isEmpty();
            assertThat(request.terms().reason()).isEqualTo("on leave from 1 May until 3 May");
        });
    }

    @Test
    void what_does_not_end_is_not_extended() {
        says("admin", "enrol %s with Seattle until 31 January".formatted(MEGAN));
        long number = asked().getFirst().id().number();

        assertThat(((Note) says("user", "extend %d until 1 March".formatted(number)))
                        .title()
                        .key())
                .isEqualTo("chat.extend.none.title");
        assertThat(says("user", "extend " + number)).isInstanceOf(Form.class);
        assertThat(asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-27 | chat.day.past.title",
                "1 November 2026 | chat.day.past.title",
                "31 February | chat.day.none.title",
                "soon | chat.day.none.title",
                "1 January 2031 | chat.day.far.title",
                "1 December until 30 November 2026 | chat.day.over.title"
            })
    void a_day_that_cannot_be_is_refused_and_nothing_is_sent(String day, String title) {
        var note = (Note) says("admin", "enrol %s with Seattle from %s".formatted(MEGAN, day));

        assertThat(note.title().key()).isEqualTo(title);
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_day_that_may_be_two_is_asked_back_and_the_answer_is_that_day() {
        var question = (WhichOne) says("admin", "enrol %s with Seattle from 01/02 because new desk".formatted(MEGAN));
        assertThat(question.options())
                .extracting(WhichOne.Option::name)
                .containsExactly("Saturday, January 2, 2027", "Monday, February 1, 2027");
        assertThat(asked()).isEmpty();

        presses("admin", question.options().getLast().press());

        assertThat(asked())
                .singleElement()
                .satisfies(request -> assertThat(request.terms().schedule()).isEqualTo(from(LocalDate.of(2027, 2, 1))));
    }

    @Test
    void today_is_at_once() {
        says("admin", "enrol %s with Seattle from today".formatted(MEGAN));

        assertThat(asked())
                .singleElement()
                .satisfies(request -> assertThat(request.terms().schedule()).isEmpty());
    }

    @Test
    void a_form_keeps_what_was_said_of_the_day_and_takes_one_from_a_calendar() {
        var form = (Form) says("admin", "enrol %s from 1 December".formatted(MEGAN));
        assertThat(form.fields())
                .filteredOn(field -> field.slot() == Slot.START)
                .extracting(FormField::value)
                .containsExactly("1 December");

        presses(
                "admin",
                ChatInput.press("enrol", Slot.PEOPLE, MEGAN)
                        .with(Slot.POLICY, "Seattle")
                        .with(Slot.START, "2026-12-01"));

        assertThat(asked())
                .singleElement()
                .satisfies(request -> assertThat(request.terms().schedule()).isEqualTo(from(DECEMBER)));
    }

    private Optional<String> button(RequestCard card) {
        return card.suggestions().stream()
                .map(Suggestion::typed)
                .filter(typed -> typed.startsWith("stop") || typed.startsWith("cancel"))
                .reduce((one, _) -> one);
    }

    @Test
    void several_people_who_start_later_are_cancelled_and_once_they_may_begin_stopped() {
        var asked = (RequestCard)
                says("admin", "enrol adele.vance@contoso.example, %s with London from 1 December".formatted(MEGAN));
        long number = asked.id().number();
        says("approver", "approve " + number);
        says("approver", "confirm " + number);
        var approved = asked(asked.id(), "admin");
        assertThat(button(approved)).contains("cancel " + number);
        assertThat(text(approved, Locale.ENGLISH))
                .doesNotContain("approve, deny")
                .contains("pause, resume");

        Duration untilStart = Duration.between(clock.instant(), Instant.parse("2026-12-01T00:00:00Z"));
        clock.pass(untilStart);
        assertThat(button(asked(asked.id(), "admin"))).contains("stop " + number);
        assertThat(text(says("admin", "cancel " + number), Locale.ENGLISH)).contains("decided already");

        clock.pass(untilStart.negated());
        says("admin", "cancel " + number);
        assertThat(chat.store().batches().find(asked.id()).orElseThrow().batch().hold())
                .hasValueSatisfying(hold -> assertThat(hold.isFinal()).isTrue());
    }

    private RequestCard asked(RequestId id, String role) {
        return (RequestCard) says(role, "request " + id.number());
    }

    @Test
    void several_people_with_days_are_one_request_and_each_has_the_days() {
        var card = (RequestCard) says(
                "admin",
                "enrol adele.vance@contoso.example, %s with London from 1 December until 31 January".formatted(MEGAN));
        var days = Optional.of(
                new Schedule(Optional.of(DECEMBER), Optional.of(LocalDate.of(2027, 1, 31)), ZoneId.of("UTC")));

        var batch = chat.store().batches().find(card.id()).orElseThrow().batch();
        assertThat(batch.terms().schedule()).isEqualTo(days);
        assertThat(batch.terms().plan().risk()).isEqualTo(RiskLevel.HIGH);
        var members = chat.store().batches().members(card.id(), RequestId.FIRST, 10);
        assertThat(members)
                .hasSize(2)
                .allSatisfy(member ->
                        assertThat(member.request().terms().schedule()).isEqualTo(days));
        assertThat(batch.terms()
                        .plan()
                        .isOf(members.stream()
                                .map(member -> member.request().terms().fingerprint())
                                .toList()))
                .isTrue();
        assertThat(text(card, Locale.ENGLISH))
                .contains("Tuesday, December 1, 2026", "Sunday, January 31, 2027", "(UTC)");
        assertThat(text(card, Locale.GERMAN)).contains("Dienstag, 1. Dezember 2026", "von selbst");
        assertThat(text(card, Locale.FRENCH)).contains("mardi 1 d\u00e9cembre 2026", "comme avant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enrol these with London from 1 December until 31 January because new desk\n"
                        + "%s\n"
                        + "adele.vance@contoso.example",
                "enrol department Marketing with London from 1 December until 31 January because new desk",
                "enrol group Seattle shared calling with London from 1 December to 31 January because new desk",
                "enrol the Marketing department with London on 1 Dec through January 31st because new desk"
            })
    void a_list_has_the_days_it_is_given_with_and_says_them(String sentence) {
        var card = (RequestCard) says("admin", sentence.formatted(MEGAN));
        chat.importRun().run(card.id());

        var list = chat.store().imports().find(card.id()).orElseThrow().list();
        assertThat(list.schedule())
                .contains(
                        new Schedule(Optional.of(DECEMBER), Optional.of(LocalDate.of(2027, 1, 31)), ZoneId.of("UTC")));
        assertThat(list.policy()).contains(new PolicyName("London"));
        assertThat(list.reason()).isEqualTo("new desk");
        assertThat(list.preview().orElseThrow().risk()).contains(RiskLevel.HIGH);
        assertThat(text(says("admin", "import " + card.id().number()), Locale.GERMAN))
                .contains("Dienstag, 1. Dezember 2026", "Sonntag, 31. Januar 2027", "(UTC)");
    }

    @Test
    void a_list_is_asked_for_until_a_day_that_is_named_only_then() {
        RequestId list = pasted("enrol these with London");
        says("admin", "ask for import %d until 31 January".formatted(list.number()));
        chat.importRun().run(list);

        var batch = chat.store().batches().latest(Optional.empty(), 1).getFirst();
        assertThat(batch.terms().schedule().flatMap(Schedule::end)).contains(LocalDate.of(2027, 1, 31));
        assertThat(batch.terms().plan().risk()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void a_list_whose_last_day_went_by_before_it_is_asked_for_is_not() {
        RequestId list = pasted("enrol these with London until 30 November");
        clock.pass(Duration.ofDays(3));

        assertThat(text(says("admin", "ask for import " + list.number()), Locale.ENGLISH))
                .contains("That was over on Monday, November 30, 2026");
        assertThat(chat.store().batches().latest(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void people_of_a_request_are_found_by_a_part_of_their_names_and_by_where_they_stand() {
        var card = (RequestCard) says("admin", "enrol adele.vance@contoso.example, %s with London".formatted(MEGAN));
        long number = card.id().number();

        assertThat(text(says("admin", "people in %d named adel".formatted(number)), Locale.ENGLISH))
                .contains("Adele Vance")
                .doesNotContain("Megan");
        assertThat(((Answer.Listing) says("admin", "people in %d named adel".formatted(number))).suggestions())
                .extracting(Answer.Suggestion::typed)
                .contains("people in " + number);
        assertThat(text(says("admin", "find BOWEN in %d".formatted(number)), Locale.ENGLISH))
                .contains("Megan Bowen")
                .doesNotContain("Adele");
        assertThat(text(says("admin", "people in %d who are stopped".formatted(number)), Locale.ENGLISH))
                .doesNotContain("Adele", "Megan");
        assertThat(text(says("admin", "people in %d not done".formatted(number)), Locale.ENGLISH))
                .contains("Adele Vance", "Megan Bowen");
        var field = ChatInput.press("people-named", Slot.REQUEST, Long.toString(number));
        assertThat(presses("admin", field)).isInstanceOf(Form.class);
        assertThat(text(presses("admin", field.with(Slot.THING, "van")), Locale.ENGLISH))
                .contains("Adele Vance")
                .doesNotContain("Megan");
    }

    @Test
    void which_of_several_is_asked_in_the_language_of_the_reader() {
        var question = (WhichOne) chat.chat()
                .answer(
                        caller("admin", Locale.GERMAN),
                        new ChatInput.TypedText("enrol everyone under Service Desk with London"));
        assertThat(question.options())
                .extracting(WhichOne.Option::name)
                .containsExactly("Gruppe Service Desk", "Abteilung Service Desk");
    }

    private RequestId pasted(String sentence) {
        var card = (RequestCard) says("admin", sentence + "\n%s\nadele.vance@contoso.example".formatted(MEGAN));
        chat.importRun().run(card.id());
        return card.id();
    }

    @Test
    void a_question_answered_a_day_later_is_about_the_same_day() {
        var question = (Note) says("admin", "enrol joni.sherman@contoso.example with London from tomorrow");
        clock.pass(Duration.ofHours(20));

        presses("admin", question.suggestions().getFirst().press());

        // By then it is that day, and so at once; "tomorrow" would have become the day after.
        assertThat(asked())
                .singleElement()
                .satisfies(request -> assertThat(request.terms().schedule()).isEmpty());
    }

    @Test
    void the_card_says_the_day_and_whose_and_is_cancelled_by_its_button_until_then() {
        says("admin", "enrol %s with Seattle from 1 December because new desk".formatted(MEGAN));
        RequestId id = asked().getFirst().id();
        var waiting = (RequestCard) says("approver", "request " + id.number());
        assertThat(text(waiting, Locale.ENGLISH)).contains("Tuesday, December 1, 2026", "(UTC)");
        assertThat(text(waiting, Locale.GERMAN)).contains("Dienstag, 1. Dezember 2026");
        assertThat(text(waiting, Locale.FRENCH)).contains("mardi 1 d\u00e9cembre 2026");

        says("approver", "approve " + id.number());
        var approved = (RequestCard) says("admin", "request " + id.number());
        assertThat(text(approved, Locale.ENGLISH)).contains("It is applied at its start");
        assertThat(approved.cancel()).isPresent();
        assertThat(((RequestCard) says("approver", "request " + id.number())).cancel())
                .isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(text(says("admin", "requests"), Locale.ENGLISH))
                .contains("SC-" + id.number(), "applied at its start");

        presses("admin", approved.cancel().orElseThrow());

        assertThat(asked().getFirst()).isInstanceOf(Request.Cancelled.class);
    }

    private static String text(Answer answer, Locale language) {
        return new AnswerCards().render(answer, caller("admin", language)).fallback();
    }
}

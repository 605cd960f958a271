package dev.linekeeper.chat.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Form;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.ContosoCase;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.readiness.EmergencyDigitRules;
import dev.linekeeper.core.readiness.Readiness;
import dev.linekeeper.core.readiness.ReadinessExamples;
import dev.linekeeper.core.readiness.TestCallOffer;
import dev.linekeeper.core.readiness.TestCallOffer.NoTestCall;
import dev.linekeeper.core.readiness.judgement.Outcome;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.people.AtOnce;
import dev.linekeeper.simulator.state.Fabrikam;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Test calls as tasks: noted, answered once, told of, and shown with their age. */
class TestCallsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneOffset.UTC);
    private static final PolicyName SEATTLE = new PolicyName("Seattle");

    /** What asks somebody to dial, and then an emergency number, without a word between that says never. */
    private static final Pattern ASKED_TO_DIAL = Pattern.compile(
            "(?iU)\\b(dial|dials|call|ring|wählt|wählen Sie|rufen Sie|composez|compose|appelez)\\b( the| le| die)?"
                    + " (112|911|999|000|110|118|119|17|18|15|113)\\b");

    private static final AnswerCards CARDS = new AnswerCards();

    private static ChatInMemory chat;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        chat = ChatInMemory.over(Fabrikam.demo(CLOCK), CLOCK);
    }

    @BeforeEach
    void nothingIsNoted() {
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

    private static Answer says(String sentence) {
        return chat.chat().answer(caller("admin", Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private static String text(Answer answer) {
        return text(answer, Locale.ENGLISH);
    }

    private static String text(Answer answer, Locale language) {
        return CARDS.render(answer, caller("admin", language)).fallback();
    }

    private static Answer press(Answer sheet, int button) {
        return chat.chat()
                .answer(
                        caller("admin", Locale.ENGLISH),
                        ((Sheet) sheet).suggestions().get(button).press());
    }

    @Test
    void a_task_is_noted_once_and_answered_once_and_its_result_is_shown_with_the_policy() {
        var task = says("test call seattle");
        assertThat(text(task)).contains("Test call: Seattle", "Never dial an emergency number to test");
        assertThat(text(says("test call for Seattle"))).isEqualTo(text(task));
        assertThat(text(says("check Seattle"))).doesNotContain("Test call (");

        assertThat(text(press(task, 0))).contains("Test call (Seattle): worked less than a day ago, says Ana Ruiz.");
        assertThat(((Form) press(task, 1)).fields())
                .extracting(FormField::label)
                .containsExactly("card.field.request", "card.field.test-note");
        assertThat(text(press(task, 2))).contains("worked less than a day ago").doesNotContain("was not made");

        assertThat(text(says("check Seattle"))).contains("Test call (Seattle): worked less than a day ago");
        assertThat(text(says("emergency Seattle"))).contains("Test call (Seattle): worked less than a day ago");
        assertThat(text(says("check joni.sherman@contoso.example"))).contains("Test call (Seattle): worked");
        assertThat(text(says("test calls"))).contains("One test call.", "worked less than a day ago");
        assertThat(chat.store()
                        .news()
                        .find(chat.store().testCalls().latest(1).getFirst().id()))
                .isEmpty();
    }

    @Test
    void two_who_note_one_at_once_are_shown_the_same() throws Exception {
        var answers = AtOnce.of(2, _ -> text(says("test call seattle")));

        assertThat(answers.getFirst()).contains("Test call: Seattle").isEqualTo(answers.getLast());
        assertThat(chat.store().testCalls().latest(5)).hasSize(1);
    }

    @Test
    void one_that_did_not_work_is_told_and_shown_before_others_and_changes_no_verdict() {
        var before = says("check Seattle");
        says("test call Seattle");
        long number = chat.store().testCalls().latest(1).getFirst().id().number();

        assertThat(text(says("test call %d did not work because the address was wrong".formatted(number))))
                .contains("did not work less than a day ago", "the address was wrong");

        assertThat(chat.store()
                        .sql()
                        .sql("select subject from news where kind = 'test-call'")
                        .query(String.class)
                        .list())
                .containsExactly(Long.toString(number));
        var after = (Answer.PersonReadiness) says("check Seattle");
        assertThat(text(after)).contains("Test call (Seattle): did not work");
        assertThat(after.tone()).isEqualTo(((Answer.PersonReadiness) before).tone());
        assertThat(after.checks()).isEqualTo(((Answer.PersonReadiness) before).checks());
        assertThat(chat.store().audited())
                .filteredOn(it -> it.entry().details().containsKey("testCall"))
                .extracting(
                        it -> it.entry().action(), it -> it.entry().details().get("after"))
                .containsExactly(tuple(Action.ASKED, "to be made"), tuple(Action.COMPLETED, "FAILED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test call 99999 worked",
                "test call 99999 did not work because x",
                "test call Seattle at Atlantis",
                "test call Atlantis",
                "test call",
                "test call nonsense worked"
            })
    void nonsense_notes_nothing(String sentence) {
        assertThat(text(says(sentence))).isNotBlank();
        assertThat(chat.store().testCalls().latest(5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approver", "helpdesk", "auditor", "user"})
    void nobody_but_a_voice_admin_notes_or_answers_one(String role) {
        for (var sentence : List.of("test call Seattle", "test call 1 worked", "test call 1 was not made")) {
            assertThat(chat.chat().answer(caller(role, Locale.ENGLISH), new ChatInput.TypedText(sentence)))
                    .isInstanceOf(Answer.NotAllowed.class);
        }
        assertThat(chat.store().testCalls().latest(5)).isEmpty();
    }

    @Test
    void where_the_test_number_masks_an_emergency_number_no_task_is_offered_anywhere_and_it_is_said_why() {
        var real = new AtomicInteger();
        var offers = new ArrayList<TestCallOffer>();
        Stream.concat(
                        ContosoCase.names().stream()
                                .map(ContosoCase::of)
                                .map(it -> Readiness.audit(it.person(), it.tenant(), it.settings())),
                        ReadinessExamples.reports())
                .forEach(report -> report.subject().sharedCalling().known().ifPresent(policy -> {
                    var offer = TestCallOffer.of(policy);
                    offers.add(offer);
                    if (report.outcome(EmergencyDigitRules.TEST_NUMBER) == Outcome.WARN) {
                        real.incrementAndGet();
                        assertThat(offer).isInstanceOf(NoTestCall.class);
                        assertThat(Wording.of(Locale.ENGLISH).say(((NoTestCall) offer).why()))
                                .contains("933 places a real emergency call");
                    }
                }));

        assertThat(real.get()).isPositive();
        assertThat(offers).hasAtLeastOneElementOfType(TestCallOffer.EchoTest.class);
        assertThat(offers).hasAtLeastOneElementOfType(TestCallOffer.OperatorTest.class);
    }

    @Test
    void a_result_outlives_the_process_and_grows_old() {
        var names = new DisplayNames(Fabrikam.demo(CLOCK).ports().directory(), CLOCK);
        try (var store = OpenedStore.inFile(folder, CLOCK)) {
            var desk = AttestationsForTests.testCalls(store, CLOCK);
            var ana = caller("admin", Locale.ENGLISH).id();
            var here = desk.open(SEATTLE, "", true, ana);
            var there = desk.open(SEATTLE, "Pike Street", true, ana);
            desk.report(here, TestCallOutcome.WORKED, ana, "");
            desk.report(there, TestCallOutcome.FAILED, ana, "no address");
            assertThat(desk.report(there, TestCallOutcome.WORKED, ana, "")).isFalse();
        }
        var later = Clock.fixed(CLOCK.instant().plusSeconds(12L * 86_400), ZoneOffset.UTC);
        try (var store = OpenedStore.inFile(folder, later)) {
            var said = new TestCallLines(store.testCalls(), names, later)
                    .with(Explanation.of("chat.name", "Ready."), new PolicyName("SEATTLE"));

            assertThat(Wording.of(Locale.ENGLISH).say(said))
                    .isEqualTo("Ready. Test call (Seattle at Pike Street): did not work 12 days ago, says Ana Ruiz."
                            + " Test call (Seattle): worked 12 days ago, says Ana Ruiz.");
            assertThat(store.testCalls().of(SEATTLE)).hasSize(2);
        }
    }

    @Test
    void no_sentence_in_any_language_asks_anybody_to_dial_an_emergency_number() {
        var sentences = Stream.of(Locale.ROOT, Locale.GERMAN, Locale.FRENCH)
                .map(language -> ResourceBundle.getBundle(
                        "i18n.messages",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .flatMap(bundle -> bundle.keySet().stream().map(key -> key + "=" + bundle.getString(key)))
                .toList();
        assertThat(sentences).hasSizeGreaterThan(3000);
        assertThat(sentences)
                .noneMatch(sentence -> ASKED_TO_DIAL.matcher(sentence).find());
        assertThat("x=Dial 911 to test").matches(it -> ASKED_TO_DIAL.matcher(it).find());
        assertThat("x=Wählen Sie die 112")
                .matches(it -> ASKED_TO_DIAL.matcher(it).find());
    }

    @Test
    void no_card_of_a_policy_or_person_asks_anybody_to_dial_an_emergency_number() {
        for (var language : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
            for (var sentence : List.of(
                    "test call Seattle",
                    "test call London",
                    "emergency Seattle",
                    "emergency London",
                    "emergency joni.sherman@contoso.example",
                    "emergency")) {
                var answer = chat.chat().answer(caller("admin", language), new ChatInput.TypedText(sentence));
                assertThat(text(answer, language)).doesNotContainPattern(ASKED_TO_DIAL);
            }
        }
    }
}

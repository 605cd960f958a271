package dev.linekeeper.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.Listing;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Answer.RequestCard;
import dev.linekeeper.chat.Answer.Sheet;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Answer.WhichOne;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PolicyName;
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

/** What is asked back before anything is sent, in sentences people have said to the demo. */
class AskedBackTest {
    private static final String ANA = "admin";
    private static final String LEE = "approver";
    private static final PolicyName LONDON = new PolicyName("London");

    private final ChatInMemory chat = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));

    @AfterEach
    void close() {
        chat.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remove all because the office closes | chat.several-in-one-word.title",
                "enrol all with London | chat.several-in-one-word.title",
                "enrol everybody with London | chat.several-in-one-word.title",
                "enrol the Sales team with London | chat.several-in-one-word.title",
                "move everyone from Denver to Seattle | chat.several-in-one-word.title",
                "check all in Sales | chat.several-in-one-word.title",
                "audit everyone | chat.several-in-one-word.title",
                "remove zoe | chat.completed.one.title",
                "remove wand | chat.completed.one.title",
                "enrol adele with London | chat.completed.one.title",
                "enrol megan, adele with London | chat.completed.several.title",
                "no | chat.left.title"
            })
    void a_guess_is_asked_back_and_nothing_is_sent(String sentence, String title) {
        String said = sentence.startsWith("audit") ? "auditor" : ANA;
        assertThat(((Note) says(said, sentence)).title().key()).isEqualTo(title);
        assertThat(requests()).isEmpty();
    }

    @Test
    void who_was_completed_is_shown_with_the_department_and_asked_for_after_a_yes() {
        var question = (Note) says(ANA, "remove adele because she left");
        assertThat(question.title().arguments()).startsWith("Adele Vance, Sales");

        var question2 = (Note) says(ANA, "enrol adele with London");
        var card = (RequestCard) presses(ANA, question2.suggestions().getFirst());
        assertThat(card.title()).isEqualTo(Explanation.of("plan.title.ENROL", "Adele Vance", LONDON));
    }

    @Test
    void enrolling_somebody_who_has_another_policy_asks_whether_to_move() {
        var question = (Note) says(ANA, "Can you please enrol Joni Sherman in London because she moved?");
        assertThat(question.title())
                .isEqualTo(Explanation.of("chat.other-policy.move.title", "Joni Sherman", "Seattle"));
        assertThat(requests()).isEmpty();

        assertThat(((Note) presses(ANA, question.suggestions().get(1))).title().key())
                .isEqualTo("chat.left.title");
        assertThat(requests()).isEmpty();

        var card = (RequestCard) presses(ANA, question.suggestions().getFirst());
        assertThat(card.title()).isEqualTo(Explanation.of("plan.title.MOVE", "Joni Sherman", LONDON));
        assertThat(requests().getFirst().terms().reason()).isEqualTo("she moved");
    }

    @Test
    void in_a_list_who_has_another_policy_is_moved_only_by_a_tap() {
        var list = (Listing) says(ANA, "enrol Joni Sherman and adele.vance@contoso.example with London");

        assertThat(requests())
                .extracting(request -> request.terms().plan().policy())
                .hasSize(1);
        assertThat(list.rows().getFirst().detail())
                .isEqualTo(Explanation.of("chat.other-policy.row", "Seattle", LONDON));
        assertThat(chat.chat()
                        .answer(caller(ANA), list.rows().getFirst().press().orElseThrow()))
                .isInstanceOf(RequestCard.class);
    }

    @Test
    void a_plan_that_moves_somebody_was_read_so_it_is_sent_as_a_move() {
        var plan = (Sheet) says(ANA, "plan joni with London");
        assertThat(plan.title().key()).isEqualTo("chat.completed.shown");
        assertThat(presses(ANA, plan.suggestions().getFirst())).isInstanceOf(RequestCard.class);
    }

    @Test
    void nobody_is_removed_from_a_policy_they_do_not_have() {
        var question = (Note) says(ANA, "remove Joni Sherman from London because she left");
        assertThat(question.text())
                .isEqualTo(Explanation.of("chat.other-policy.remove.text", "Joni Sherman", "Seattle", LONDON));
        assertThat(says(ANA, "remove Joni Sherman from Londn")).isInstanceOf(WhichOne.class);
        assertThat(requests()).isEmpty();

        assertThat(says(ANA, "remove Joni Sherman from Seattle")).isInstanceOf(RequestCard.class);
    }

    @Test
    void an_open_request_is_named_by_person_kind_and_policy() {
        says(ANA, "remove Joni Sherman");

        var card = (RequestCard) says(ANA, "move Joni Sherman to London");
        var removal = Explanation.of("plan.title.REMOVE", "Joni Sherman", new PolicyName("Seattle"));
        assertThat(card.notice())
                .contains(Explanation.of(
                        "chat.asked.open-already",
                        Explanation.of("chat.request.described", removal, new PolicyName("Seattle"))));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void one_of_several_is_checked_at_a_time() {
        assertThat(((WhichOne) says(ANA, "check adele, megan")).options())
                .extracting(WhichOne.Option::name)
                .containsExactly("Adele Vance", "Megan Bowen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve %d", "confirm %d"})
    void a_removal_is_approved_only_after_a_second_yes(String first) {
        says(ANA, "remove Joni Sherman");
        long number = requests().getFirst().id().number();

        var question = (Sheet) says(LEE, first.formatted(number));
        assertThat(question.details())
                .extracting(detail -> detail.value().key())
                .containsExactly("chat.name", "plan.risk.no-emergency-calls");
        assertThat(approvals()).isZero();
        assertThat(presses(LEE, question.suggestions().get(1))).isInstanceOf(RequestCard.class);
        assertThat(approvals()).isZero();

        presses(LEE, question.suggestions().getFirst());
        assertThat(approvals()).isEqualTo(1);
    }

    @Test
    void the_second_yes_can_be_typed_as_well() {
        says(ANA, "remove Joni Sherman");
        long number = requests().getFirst().id().number();
        says(LEE, "approve SC-%d please".formatted(number));

        says(LEE, "confirm " + number);

        assertThat(approvals()).isEqualTo(1);
    }

    private int approvals() {
        return ((Request.Pending) requests().getFirst()).approvals().size();
    }

    private List<Request> requests() {
        return chat.store().requests().latest(10);
    }

    private Answer says(String role, String sentence) {
        return chat.chat().answer(caller(role), new ChatInput.TypedText(sentence));
    }

    private Answer presses(String role, Suggestion button) {
        return chat.chat().answer(caller(role), button.press());
    }

    private static Caller caller(String role) {
        return new Caller(
                new UserId(SentencesByRole.PEOPLE.get(role).objectId()),
                SentencesByRole.CONTOSO,
                Locale.ENGLISH,
                Caller.ConversationType.PERSONAL);
    }
}

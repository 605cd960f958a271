package dev.linekeeper.conversation.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several callback numbers are chosen in a form: London's own is free here, beside another one. */
class CallbackChoiceTest {
    private static final String ONE = "+442079460130";
    private static final String OTHER = "+442079460171";
    private static final ChatInMemory CHAT = ChatInMemory.over(Fabrikam.demo(Clock.systemUTC()));
    private static final Caller ANA =
            new Caller(House.ANA_ADMIN, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.PERSONAL);

    @BeforeEach
    void nothingIsAsked() {
        CHAT.store().forgetEverything();
        CHAT.tenant()
                .change(edit -> new SharedCallingEdit(edit)
                        .put(new SharedCalling(
                                new PolicyName("London"),
                                Optional.of(new UserId("c1afc4bd-fb3e-5ee9-8a17-27df5a3069fb")),
                                List.of(),
                                "")));
    }

    @AfterAll
    static void close() {
        CHAT.close();
    }

    @Test
    void the_form_lets_several_be_chosen_or_none_and_says_that_their_order_counts() {
        var form = CHAT.chat().answer(ANA, new ChatInput.TypedText("new policy Leeds for ra-london"));

        FormField added = field(form, Slot.ADDED);
        assertThat(added.several()).isTrue();
        assertThat(added.choices()).extracting(FormChoice::value).containsExactly(ONE, OTHER, "none");
        var card = new AnswerCards().render(form, ANA).json().toString();
        assertThat(card).contains("\"isMultiSelect\":true", "taken in this order", "\"isMultiSelect\":false");
        assertThat(field(CHAT.chat().answer(ANA, new ChatInput.TypedText("change policy Seattle")), Slot.DROPPED)
                        .several())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+442079460130,+442079460171 | +442079460130, +442079460171",
                "+442079460171,+442079460130 | +442079460171, +442079460130",
                "+442079460171 , 020 7946 0130 | +442079460171, +442079460130",
                "+442079460130,+442079460130,+44 20 7946 0130 | +442079460130",
                "none | -"
            })
    void what_was_chosen_is_asked_for_in_its_order(String added, String said) {
        assertThat(made(added)).isInstanceOf(Answer.RequestCard.class);

        assertThat(CHAT.store()
                        .requests()
                        .latest(1)
                        .getFirst()
                        .terms()
                        .plan()
                        .steps()
                        .getFirst()
                        .after())
                .isEqualTo("ra-london@contoso.example; " + said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none,+442079460130 | \"none\"",
                "+442079460130,banana | \"banana\"",
                "+442079460130,,+442079460171 | +442079460130",
                ", | \",\"",
                "<at>x</at> | Which number"
            })
    void nonsense_asks_for_nothing(String added, String said) {
        assertThat(text(made(added))).contains("Which number is that?").contains(said);
        assertThat(CHAT.store().requests().latest(1)).isEmpty();
    }

    @Test
    void no_number_is_both_added_and_taken_away() {
        var both = new ButtonPress(
                "change-policy", Map.of("policy", "Seattle", "added", ONE + "," + OTHER, "dropped", OTHER));

        assertThat(text(CHAT.chat().answer(ANA, both)))
                .contains("+44 20 7946 0171 cannot be both added and taken away");
        assertThat(CHAT.store().requests().latest(1)).isEmpty();
    }

    private static Answer made(String added) {
        return CHAT.chat()
                .answer(
                        ANA,
                        new ButtonPress("new-policy", Map.of("name", "Leeds", "account", "ra-london", "added", added)));
    }

    private static FormField field(Answer form, Slot slot) {
        return ((Answer.Form) form)
                .fields().stream()
                        .filter(field -> field.slot() == slot)
                        .findFirst()
                        .orElseThrow();
    }

    private static String text(Answer answer) {
        return new AnswerCards().render(answer, ANA).fallback();
    }
}

package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A single number gets a Shared Calling policy of its own and loses it: asked, approved by another, applied, undone. */
class NumberPolicyInChatTest {
    private static final PhoneNumber MAIN = PhoneNumber.of("+442079460120");
    private static final PhoneNumber SECOND = PhoneNumber.of("+14255550180");
    private static final UserId ELVIA = new UserId("bc1124f3-7be5-54d5-8ab6-a0bc5a3453c7");

    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void close() {
        chat.close();
    }

    private Optional<PolicyName> policy(PhoneNumber number) {
        return chat.tenant()
                .number(number)
                .known()
                .orElseThrow()
                .map(TelephoneNumber::sharedCalling)
                .orElseThrow()
                .known()
                .orElseThrow();
    }

    private void behindOurBack(PhoneNumber number, Optional<String> policy) {
        chat.inMemory().tenant().change(edit -> new NumberEdit(edit).grant(number, policy.map(PolicyName::new)));
    }

    private void undo() {
        chat.asks("undo %d".formatted(chat.requests().getFirst().id().number()));
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
    }

    @Test
    void a_number_is_granted_a_policy_and_it_is_taken_back() {
        behindOurBack(SECOND, Optional.empty());

        var asked = chat.asks("Give the policy seattle to the phone line (425) 555-0180 because she sells there");

        assertThat(text(asked))
                .contains("+14255550180", "none → Seattle", "Elvia Atkins", "she sells there", "Medium")
                .contains("the other lines keep what they have")
                .contains("People see +1 425-555-0100, the number of Seattle main line");
        assertThat(text(asked, Locale.GERMAN)).contains("gilt dann Seattle");
        assertThat(text(asked, Locale.FRENCH)).contains("Seattle s'applique alors");
        assertThat(policy(SECOND)).isEmpty();
        assertThat(text(chat.asks("grant Berlin to number +14255550180")))
                .as("one at a time")
                .contains("SC-1001");
        assertThat(chat.requests()).hasSize(1);

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(policy(SECOND)).contains(new PolicyName("Seattle"));
        assertThat(policy(MAIN)).isEmpty();
        assertThat(text(chat.asks("lookup +14255550180"))).contains("take policy from number +14255550180");

        undo();
        assertThat(policy(SECOND)).isEmpty();
        assertThat(text(chat.asks("lookup +14255550180"))).contains("the number itself none");
    }

    /** Somebody whose own policy it hides meanwhile is told which. */
    @Test
    void the_policy_of_a_number_is_changed_and_taken_and_comes_back_by_undo() {
        chat.inMemory()
                .tenant()
                .change(edit -> new PersonEdit(edit).grant(ELVIA, PolicyKind.SHARED_CALLING, new PolicyName("Berlin")));

        assertThat(text(chat.asks("grant London to number +14255550180")))
                .contains("High", "Seattle → London", "Berlin, the policy of the person, does not apply to them")
                .contains("The number is of US, and people under the policy call with one of GB");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        undo();
        assertThat(policy(SECOND)).contains(new PolicyName("Seattle"));

        assertThat(text(chat.asks("take Seattle from number +14255550180")))
                .contains("+1 425-555-0180 of Elvia Atkins loses Seattle", "no Shared Calling policy of its own");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(policy(SECOND)).isEmpty();

        undo();
        assertThat(policy(SECOND)).contains(new PolicyName("Seattle"));
    }

    @Test
    void what_cannot_be_is_refused_with_the_reason_and_nothing_is_asked() {
        Map.ofEntries(
                        entry("grant London to number +14255550100", "The resource account Seattle main line has it"),
                        entry("grant London to number +14255550171", "kept for callbacks"),
                        entry("grant London to number +442079460130", "Nobody has it"),
                        entry("grant London to number +442079469999", "not among the numbers of the tenant"),
                        entry("grant London to number banana", "no telephone number"),
                        entry("grant London to number 0000000000000", "No such number"),
                        entry("grant London to number +442079460120", "is the main number of Elvia Atkins"),
                        entry("grant London to number +14255550191", "single numbers were not read"),
                        entry("grant Reno to number +14255550180", "RES-10"),
                        entry("grant Sydney to number +14255550180", "RES-08"),
                        entry("grant Seattle to number +14255550180", "It is so already"),
                        entry("grant Global to number +14255550180", "There is no Shared Calling policy \"Global\""),
                        entry("grant Nowhere to number +14255550180", "Nowhere"),
                        entry("take London from number +14255550180", "does not have London"),
                        entry("take policy from number +442079460120", "It is so already"))
                .forEach(
                        (sentence, says) -> assertThat(text(chat.asks(sentence)).replace('’', '\''))
                                .as(sentence)
                                .contains(says));
        assertThat(chat.asks("grant a policy to a number")).isInstanceOf(Answer.Form.class);
        assertThat(chat.asks("take the policy off a line")).isInstanceOf(Answer.Form.class);
        assertThat(chat.says(House.ADELE, "grant London to number +14255550180"))
                .isInstanceOf(Answer.NotAllowed.class);
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void what_somebody_granted_meanwhile_is_theirs_and_a_number_that_was_released_gets_nothing() {
        chat.asks("grant London to number +14255550180");
        behindOurBack(SECOND, Optional.of("Berlin"));

        assertThat(chat.applied()).isInstanceOf(Request.Overtaken.class);
        assertThat(policy(SECOND)).contains(new PolicyName("Berlin"));

        chat.asks("grant London to number +14255550180");
        chat.inMemory().tenant().change(edit -> new NumberEdit(edit).release(SECOND, NumberType.CALLING_PLAN));

        assertThat(chat.applied()).isNotInstanceOf(Request.Completed.class);
    }
}

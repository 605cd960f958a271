package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.ChatInput.ButtonPress;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.GroupGrant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy is granted to a group and taken from it: with whom it reaches on the card, approved by another, applied, undone. */
class GroupGrantsInChatTest {
    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void close() {
        chat.close();
    }

    private List<String> granted() {
        return chat.inMemory().tenant().ports().groupGrants().granted(PolicyKind.SHARED_CALLING).read().stream()
                .map(GroupGrant::text)
                .toList();
    }

    private void undo() {
        chat.asks("undo %d".formatted(chat.requests().getFirst().id().number()));
    }

    private static FormField field(Answer form, Slot slot) {
        return ((Answer.Form) form)
                .fields().stream().filter(it -> it.slot() == slot).findFirst().orElseThrow();
    }

    @Test
    void it_is_granted_with_a_rank_shown_whom_it_reaches_and_undone() {
        var asked = chat.asks("grant the policy seattle to the group voice approvers at rank 1 because they moved");

        assertThat(text(asked))
                .contains("none → Seattle, Rank 1", "3 people are directly in the group", "they moved")
                .contains("hidden by London, which is granted to them directly: Priya Nair and Sam Okafor")
                .contains("The group London shared calling with London comes at rank 3 then.")
                .contains("24 hours or longer");
        assertThat(granted()).containsExactly("Seattle, Rank 1", "London, Rank 2");

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(granted()).containsExactly("Seattle, Rank 1", "Seattle, Rank 2", "London, Rank 3");
        assertThat(text(chat.asks("request 1001"))).contains("Whether its members have it is not known yet");

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(granted()).containsExactly("Seattle, Rank 1", "London, Rank 2");
        assertThat(chat.requests().getLast()).isInstanceOf(Request.Undone.class);
    }

    @Test
    void taking_it_says_who_ends_without_one_and_gives_it_back_where_it_was() {
        assertThat(text(chat.asks("take Seattle from group 2A38A68D-c173-5f8e-a9ef-c4b332d0e41c")))
                .contains("Take Seattle from the group Seattle shared calling", "High")
                .contains("One person has no Shared Calling policy then, instead of Seattle: Christie Cline.")
                .contains("one entry more is a guest, an account or a group");

        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(granted()).containsExactly("London, Rank 1");

        undo();
        assertThat(text(chat.asks("request 1002"), Locale.GERMAN)).contains("bekommt Seattle: Christie Cline");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(granted()).containsExactly("Seattle, Rank 1", "London, Rank 2");
    }

    @Test
    void a_policy_alone_is_asked_back_to_whom_and_each_answer_leads_on_with_it() {
        var question = (Answer.WhichOne) chat.asks("grant london");

        assertThat(text(question)).contains("Grant London: to whom?");
        assertThat(question.options())
                .extracting(option -> option.press().verb())
                .containsExactly("enrol", "grant-to-group", "grant-to-number");
        assertThat(question.options())
                .allSatisfy(option -> assertThat(
                                field(chat.presses(option.press()), Slot.POLICY).value())
                        .isEqualTo("London"));
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void a_second_wish_for_the_group_is_said_to_be_another_one_and_the_same_wish_the_same() {
        chat.asks("grant London to group Auditors with rank 2");

        assertThat(List.of(
                        "grant London to group Auditors with rank 0",
                        "grant Seattle to group Auditors",
                        "take London from group Auditors"))
                .allSatisfy(another -> assertThat(text(chat.asks(another)))
                        .contains("what you want is something else than the open request", "London, Rank 2"));
        assertThat(List.of("grant London to group Auditors", "grant london to group Auditors at rank 2"))
                .allSatisfy(same -> assertThat(text(chat.asks(same))).contains("for the same thing already"));
        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void what_cannot_be_is_said_before_anything_is_asked() {
        var refused = Map.of(
                "grant Seattle to group Nobody there", "I know no group Nobody there",
                "grant Seattle to group Auditors with rank 0", "ranks go from 1 to 3",
                "grant Seattle to group Auditors with rank two", "\"two\" is no whole number",
                "grant Reno to group Auditors", "RES-10",
                "grant London mixed to group Auditors", "POL-03",
                "take London from group Seattle shared calling", "The group has Seattle, not that one",
                "take London from group Auditors", "It is so already",
                "grant London to everybody", "-Global would make everybody call with the policy",
                "give the policy London to the whole organisation", "Grant it to a group, or enrol people",
                "grant London to global", "Nothing is granted to everybody");

        refused.forEach((sentence, why) ->
                assertThat(text(chat.asks(sentence))).as(sentence).contains(why));

        assertThat(chat.requests()).isEmpty();
        var helpdesk = new UserId(SentencesByRole.PEOPLE.get("helpdesk").objectId());
        assertThat(chat.says(helpdesk, "grant Seattle to group Auditors")).isInstanceOf(Answer.NotAllowed.class);
    }

    @Test
    void a_name_of_two_groups_is_a_question_and_the_form_has_what_is_possible() {
        chat.inMemory()
                .tenant()
                .change(edit -> edit.section("groups")
                        .addObject()
                        .put("id", "00000000-0000-4000-8000-000000000001")
                        .put("displayName", "AUDITORS")
                        .putArray("members"));

        var question = field(chat.asks("grant Seattle to group Auditors"), Slot.GROUP);
        assertThat(question.choices()).hasSize(2);
        assertThat(question.value()).isEmpty();

        var form = chat.asks("grant policy to a group");
        assertThat(field(form, Slot.RANK).value()).isEqualTo("3");
        assertThat(field(form, Slot.POLICY).choices())
                .extracting(FormChoice::value)
                .contains("Seattle", "London")
                .doesNotContain("Reno", "Global");
        assertThat(field(chat.asks("take policy from a group"), Slot.GROUP).choices())
                .extracting(FormChoice::title)
                .first()
                .asString()
                .startsWith("Seattle shared calling: Seattle, Rank 1");

        chat.presses(new ButtonPress(
                "grant-to-group",
                Map.of(
                        Slot.POLICY.key(), "Seattle",
                        Slot.GROUP.key(), question.choices().getFirst().value(),
                        Slot.RANK.key(), "3")));
        assertThat(chat.requests()).hasSize(1);
    }
}

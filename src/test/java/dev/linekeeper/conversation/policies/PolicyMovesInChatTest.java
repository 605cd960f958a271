package dev.linekeeper.conversation.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Policy.SharedCalling;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SharedCallingEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy with people on it goes: they are moved, it is removed or called otherwise, and all of it is taken back, each as one request. */
class PolicyMovesInChatTest {
    private static final PolicyName OLD = new PolicyName("Seattle no callback");
    private static final PolicyName SEATTLE = new PolicyName("Seattle");
    private static final PolicyName HQ = new PolicyName("Seattle HQ");
    private static final String REMOVE = "remove policy Seattle no callback, move people to Seattle because it closes";
    private static final String RENAME = "rename policy Seattle no callback to Seattle HQ";

    private SimulatedTenant tenant = PeopleUnder.noCallback(5);
    private ChatInMemory chat = ChatInMemory.over(tenant);

    @AfterEach
    void close() {
        chat.close();
    }

    private void over(SimulatedTenant other) {
        chat.close();
        tenant = other;
        chat = ChatInMemory.over(tenant);
    }

    private static Caller as(UserId who, Locale language) {
        return new Caller(who, SentencesByRole.CONTOSO, language, Caller.ConversationType.PERSONAL);
    }

    private Answer says(UserId who, String sentence) {
        return chat.chat().answer(as(who, Locale.ENGLISH), new ChatInput.TypedText(sentence));
    }

    private Answer asks(String sentence) {
        return says(House.ANA_ADMIN, sentence);
    }

    private static String text(Answer answer, Locale language) {
        return new AnswerCards().render(answer, as(House.ANA_ADMIN, language)).fallback();
    }

    private static String text(Answer answer) {
        return text(answer, Locale.ENGLISH);
    }

    private Batch batch() {
        return chat.store().batches().latest(Optional.empty(), 1).getFirst();
    }

    private List<Request> members() {
        return chat.store().batches().in(batch().id(), EnumSet.allOf(MemberState.class), RequestId.FIRST, 100);
    }

    private void approve() {
        for (UserId approver : List.of(House.LEE_APPROVER, House.PRIYA_APPROVER)) {
            says(approver, "approve %d".formatted(batch().id().number()));
            says(approver, "confirm %d".formatted(batch().id().number()));
        }
    }

    /** As the jobs do: each member in turn, from the last to the first, each move told of, as often as given. */
    private Batch applied(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (Request member : members().reversed()) {
                var unused = chat.requests().applying().run(member.id());
                long version =
                        chat.store().requests().find(member.id()).orElseThrow().version();
                chat.requests().announcing().moved(member.id(), version);
            }
        }
        return batch();
    }

    private Batch done() {
        approve();
        return applied(3);
    }

    private List<Optional<PolicyName>> policies(int people) {
        var ports = tenant.ports();
        return IntStream.range(0, people)
                .mapToObj(each -> each == 0 ? PeopleUnder.CAMERON : PeopleUnder.person(each))
                .map(id -> ports.voiceUsers()
                        .read(id)
                        .flatMap(user ->
                                user.policy(PolicyKind.SHARED_CALLING).known().map(now -> now.policy())))
                .distinct()
                .toList();
    }

    private Optional<SharedCalling> now(PolicyName name) {
        return tenant.ports()
                .reader(Clock.systemUTC(), Duration.ZERO)
                .freshTenant()
                .tenant()
                .sharedCalling(name)
                .known()
                .orElseThrow();
    }

    private String card() {
        return text(asks("request %d".formatted(batch().id().number())));
    }

    @Test
    void thirty_seven_people_are_moved_their_policy_is_removed_and_both_come_back() {
        over(PeopleUnder.noCallback(37));
        var before = now(OLD);
        assertThat(text(asks(REMOVE)))
                .contains(
                        "Move 37 people to Seattle, then remove the policy Seattle no callback",
                        "37 people call under it now and get another policy first",
                        "Remove the Shared Calling policy Seattle no callback",
                        "it closes");
        assertThat(chat.store().batches().latest(Optional.empty(), 9)).hasSize(1);
        assertThat(members()).hasSize(38);

        approve();
        applied(1);
        assertThat(policies(37)).containsExactly(Optional.of(SEATTLE));
        assertThat(now(OLD)).as("its turn had not come").isPresent();
        applied(1);
        assertThat(batch().stage()).isInstanceOf(BatchStage.BatchEnded.class);
        assertThat(now(OLD)).isEmpty();
        assertThat(card()).contains("38 of 38 done");

        var undo = asks("undo %d".formatted(batch().id().number()));
        assertThat(text(undo)).contains("Bring back the policy Seattle no callback, and 37 people to it");
        approve();
        applied(1);
        assertThat(now(OLD)).as("made before anybody gets it").isEqualTo(before);
        applied(1);
        assertThat(policies(37)).containsExactly(Optional.of(OLD));
        assertThat(batch().stage()).isInstanceOf(BatchStage.BatchEnded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REMOVE,
                "delete the policy Seattle no callback and move everybody to Seattle",
                "remove policy Seattle no callback but first move its people over to Seattle since it closes"
            })
    void it_is_asked_for_as_people_say_it(String sentence) {
        assertThat(text(asks(sentence))).contains("Move 5 people to Seattle");
    }

    @Test
    void who_asks_only_to_remove_it_is_offered_the_policies_fit_for_its_people() {
        var form = (Answer.Form) asks("remove policy Seattle no callback");

        assertThat(text(form)).contains("5 people depend on it");
        assertThat(form.fields().get(1).choices())
                .extracting(Answer.FormChoice::value)
                .contains("Seattle")
                .doesNotContain("Seattle no callback", "Global", "Denver");
        assertThat(chat.store().batches().latest(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void the_cards_say_it_in_three_languages() {
        var card = asks(REMOVE);

        assertThat(text(card, Locale.GERMAN))
                .contains("5 Personen zu Seattle verschieben, dann die Richtlinie Seattle no callback l\u00f6schen");
        assertThat(text(card, Locale.FRENCH))
                .contains(
                        "D\u00e9placer 5 personnes vers Seattle, puis supprimer la strat\u00e9gie Seattle no callback");
    }

    @Test
    void a_policy_is_renamed_with_its_people_and_back() {
        var before = now(OLD).orElseThrow();
        assertThat(text(asks(RENAME))).contains("Rename the policy Seattle no callback to Seattle HQ, with 5 people");
        assertThat(members()).hasSize(7);

        done();
        assertThat(batch().stage()).isInstanceOf(BatchStage.BatchEnded.class);
        assertThat(now(OLD)).isEmpty();
        assertThat(now(HQ)).contains(new SharedCalling(HQ, before.resourceAccount(), List.of(), before.description()));
        assertThat(policies(5)).containsExactly(Optional.of(HQ));

        asks("undo %d".formatted(batch().id().number()));
        done();
        assertThat(batch().stage()).isInstanceOf(BatchStage.BatchEnded.class);
        assertThat(now(OLD)).contains(before);
        assertThat(now(HQ)).isEmpty();
        assertThat(policies(5)).containsExactly(Optional.of(OLD));
    }

    @Test
    void callback_numbers_cannot_be_in_both_so_others_are_asked_for_and_the_rule_is_named() {
        var form = (Answer.Form) asks("rename policy Berlin to Berlin HQ");

        assertThat(text(form)).contains("POL-08", "+493023125171");
        assertThat(text(asks("rename policy Berlin to Berlin HQ with callback +493023125171")))
                .contains("POL-08");
        assertThat(chat.store().batches().latest(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void a_name_that_is_taken_and_the_same_name_are_refused() {
        assertThat(text(asks("rename policy Seattle no callback to London")))
                .contains("There is a policy of that name");
        assertThat(text(asks("rename policy Seattle no callback to SEATTLE NO CALLBACK")))
                .contains("That is the policy they have");
        assertThat(text(asks("remove policy Nowhere, move people to Seattle"))).contains("Nowhere");
        assertThat(chat.store().batches().latest(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void who_has_it_from_a_group_is_not_moved_and_the_group_is_named() {
        assertThat(text(asks("remove policy London, move people to Seattle")))
                .contains("London shared calling", "Grant that group another policy");
        assertThat(chat.store().batches().latest(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void a_grant_to_an_empty_group_stops_the_removal_and_the_moves_are_kept_and_taken_back() {
        over(PeopleUnder.noCallbackOfAnEmptyGroup(5));
        asks(REMOVE);
        done();

        assertThat(now(OLD)).isPresent();
        assertThat(policies(5)).containsExactly(Optional.of(SEATTLE));
        assertThat(members().getLast()).isInstanceOf(Request.PartlyApplied.class);
        assertThat(card()).contains("still assigned to people or groups", "5 of 6 done");

        asks("undo %d".formatted(batch().id().number()));
        assertThat(members()).hasSize(5);
        done();
        assertThat(policies(5)).containsExactly(Optional.of(OLD));
    }

    @Test
    void somebody_who_cannot_be_moved_is_named_before_anything_is_asked() {
        tenant.change(edit -> new PersonEdit(edit).expirePhoneLicence(PeopleUnder.person(3)));

        assertThat(text(asks(REMOVE))).contains("Desk 03", "not everybody can be moved");
        assertThat(chat.store().batches().latest(Optional.empty(), 1)).isEmpty();
    }

    @Test
    void who_could_not_be_moved_keeps_the_policy_and_the_card_says_who_and_what_to_do() {
        asks(REMOVE);
        approve();
        grant(PeopleUnder.person(2), new PolicyName("Berlin"));
        applied(3);

        assertThat(now(OLD)).isPresent();
        assertThat(batch().hold().orElseThrow().why()).isEqualTo(BatchStage.HoldReason.IN_THE_WAY);
        assertThat(card()).contains("not everybody was moved", "Desk 02");
    }

    private void grant(UserId person, PolicyName policy) {
        tenant.change(edit -> new PersonEdit(edit).grant(person, PolicyKind.SHARED_CALLING, policy));
    }

    @Test
    void whoever_was_changed_since_is_left_out_of_the_undo_and_named() {
        asks(RENAME);
        done();
        grant(PeopleUnder.person(4), SEATTLE);

        var undo = text(asks("undo %d".formatted(batch().id().number())));
        assertThat(undo).contains("and 4 people to it", "Desk 04");
        done();

        assertThat(policies(5)).containsExactly(Optional.of(OLD), Optional.of(SEATTLE));
        assertThat(now(HQ)).isEmpty();
    }

    @Test
    void who_keeps_the_new_policy_keeps_it_from_being_removed_by_the_undo_and_both_are_named() {
        asks(RENAME);
        done();
        asks("remove Desk 04");

        var undo = text(asks("undo %d".formatted(batch().id().number())));
        assertThat(undo).contains("and 4 people to it", "Not among them: Desk 04", "Not among them: Seattle HQ");
        done();

        assertThat(policies(5)).containsExactly(Optional.of(OLD), Optional.of(HQ));
        assertThat(now(HQ)).isPresent();
        assertThat(batch().stage()).isInstanceOf(BatchStage.BatchEnded.class);
    }

    @Test
    void where_the_name_was_given_to_another_policy_since_nothing_is_taken_back() {
        asks(REMOVE);
        done();
        var theirs = new SharedCalling(OLD, now(SEATTLE).orElseThrow().resourceAccount(), List.of(), "theirs");
        tenant.change(edit -> new SharedCallingEdit(edit).put(theirs));
        var before = batch().id();

        assertThat(text(asks("undo %d".formatted(before.number())))).contains("It says: ", "theirs");
        assertThat(batch().id()).isEqualTo(before);
        assertThat(now(OLD)).contains(theirs);
        assertThat(policies(5)).containsExactly(Optional.of(SEATTLE));
    }

    @Test
    void the_requester_does_not_decide_and_nobody_else_than_an_admin_asks() {
        assertThat(says(House.LEE_APPROVER, REMOVE)).isInstanceOf(Answer.NotAllowed.class);
        says(House.SAM_ADMIN_AND_APPROVER, REMOVE);

        says(House.SAM_ADMIN_AND_APPROVER, "approve %d".formatted(batch().id().number()));

        assertThat(batch().awaits()).isTrue();
        assertThat(batch().approvals()).isEmpty();
    }
}

package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.Answer.Suggestion;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.tenant.Policy.Calling;
import dev.linekeeper.core.tenant.Policy.CallingLineIdentity;
import dev.linekeeper.core.tenant.Policy.Substitute;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.groundwork.CallingSwitches;
import dev.linekeeper.core.tenant.groundwork.ShownNumber;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.simulator.state.CatalogueEdit;
import dev.linekeeper.simulator.state.PersonEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caller ID and calling policies that people have are put right for all of them, never the Global one, and put back. */
class CallingFixesInChatTest {
    private static final String IRVIN = "irvin.sayers@contoso.example";
    private static final String PRADEEP = "pradeep.gupta@contoso.example";
    private static final PolicyName SEATTLE = new PolicyName("Seattle main line");
    private static final PolicyName RETIRED = new PolicyName("Retired");
    private static final PolicyName LOBBY = new PolicyName("Lobby");

    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void close() {
        chat.close();
    }

    private UserId person(String principalName) {
        var people = new ArrayList<DirectoryEntry>();
        chat.inMemory().tenant().ports().directory().forEach(people::add);
        return people.stream()
                .filter(person -> person.userPrincipalName().equals(principalName))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void has(String principalName, PolicyKind kind, PolicyName policy) {
        var person = person(principalName);
        chat.inMemory().tenant().change(edit -> new PersonEdit(edit).grant(person, kind, policy));
    }

    private void shows(PolicyName policy, ShownNumber number) {
        chat.inMemory().tenant().change(edit -> new CatalogueEdit(edit).shows(policy, number));
    }

    private void switches(PolicyName policy, boolean privateCalling, boolean preventTollBypass) {
        var switches = new CallingSwitches(Optional.of(privateCalling), Optional.of(preventTollBypass));
        chat.inMemory().tenant().change(edit -> new CatalogueEdit(edit).switches(policy, switches));
    }

    private CallingLineIdentity callerId(PolicyName policy) {
        return chat.tenant()
                .policy(policy, CallingLineIdentity.class)
                .known()
                .orElseThrow()
                .orElseThrow();
    }

    private Calling calling(PolicyName policy) {
        return chat.tenant().policy(policy, Calling.class).known().orElseThrow().orElseThrow();
    }

    private List<Suggestion> fixes(String principalName) {
        return ((Answer.PersonReadiness) chat.asks("check " + principalName))
                .suggestions().stream()
                        .filter(it -> it.press().verb().equals("fix"))
                        .toList();
    }

    private static List<String> choices(Answer form) {
        return ((Answer.Form) form)
                .fields().stream()
                        .filter(field -> field.slot() == Slot.CHOICE)
                        .flatMap(field -> field.choices().stream())
                        .map(FormChoice::value)
                        .toList();
    }

    private void undo() {
        chat.asks("undo %d".formatted(chat.requests().getFirst().id().number()));
    }

    @Test
    void a_policy_that_shows_another_accounts_number_is_put_right_for_all_who_have_it_and_put_back() {
        var others = chat.account("ra-seattle").id();
        var own = chat.account("ra-london");
        shows(RETIRED, ShownNumber.of(others));
        has(PRADEEP, PolicyKind.CALLING_LINE_IDENTITY, RETIRED);
        var button = fixes(PRADEEP).getFirst();
        assertThat(button.typed()).isEqualTo("fix CLI-02 for London with Retired");
        assertThat(choices(chat.presses(button.press())))
                .containsExactly("Retired: LineUri", "Retired: " + own.userPrincipalName());

        var asked = chat.presses(button.press().with(Slot.CHOICE, "Retired: " + own.userPrincipalName()));

        assertThat(text(asked))
                .contains("One person has the policy", "fails for one of them", "Medium")
                .contains("shows ra-london@contoso.example from then on, instead of ra-seattle@contoso.example")
                .contains("Nobody is known to show another number then");
        assertThat(text(chat.asks("request 1001"), Locale.GERMAN)).contains("Anruferkennungs-Richtlinie Retired");
        assertThat(callerId(RETIRED).resourceAccount()).contains(others);
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(callerId(RETIRED).resourceAccount()).contains(own.id());
        assertThat(fixes(PRADEEP)).isEmpty();

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(callerId(RETIRED).resourceAccount()).contains(others);
        assertThat(chat.requests().getLast()).isInstanceOf(Request.Undone.class);
    }

    /** Yuki calls by Shared Calling and shows the account's number; Ulrich has a number of his own. */
    @Test
    void who_shows_another_number_then_is_named_before_it_is_asked() {
        has("ulrich.vogt@contoso.example", PolicyKind.CALLING_LINE_IDENTITY, new PolicyName("London main line"));
        var button = fixes("yuki.tanaka@contoso.example").getFirst();
        assertThat(button.typed()).isEqualTo("fix CLI-02 for Seattle with London main line");

        assertThat(text(chat.presses(button.press().with(Slot.CHOICE, "London main line: LineUri"))))
                .contains("2 people have the policy")
                .contains("One of them shows another number then (Ulrich Vogt: +442079460100 → +14255550145)");
    }

    @Test
    void the_retired_service_number_is_replaced_and_never_set_again() {
        shows(RETIRED, new ShownNumber(Substitute.SERVICE, Optional.empty()));
        has(PRADEEP, PolicyKind.CALLING_LINE_IDENTITY, RETIRED);

        var asked = chat.asks("fix CLI-03 for London with Retired: LineUri because it is gone");

        assertThat(text(asked)).contains("Service → LineUri", "cannot be taken back");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(callerId(RETIRED).substitute()).isEqualTo(Substitute.LINE_URI);
        assertThat(text(chat.asks("undo 1001"))).contains("Teams sets no caller ID to Service any more");
        assertThat(chat.requests()).hasSize(1);
    }

    @Test
    void what_would_show_others_a_number_of_another_account_or_everybody_is_not_asked() {
        var others = chat.account("ra-seattle").id();
        has(PRADEEP, PolicyKind.CALLING_LINE_IDENTITY, SEATTLE);
        has(IRVIN, PolicyKind.CALLING_LINE_IDENTITY, SEATTLE);

        assertThat(text(chat.asks("fix CLI-02 for London with Seattle main line: ra-london@contoso.example")))
                .contains("Seattle main line stays as it is", "CLI-02");
        assertThat(text(chat.asks("fix CLI-02 for Berlin with Seattle main line: LineUri")))
                .contains("Nobody who calls by this account has Seattle main line");

        shows(PolicyName.GLOBAL, ShownNumber.of(others));
        assertThat(text(chat.asks("fix CLI-02 for London with Global"))).contains("everybody's", "Teams administrator");
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void a_policy_that_an_account_shows_is_named_and_left() {
        shows(RETIRED, ShownNumber.of(chat.account("ra-seattle").id()));
        has(PRADEEP, PolicyKind.CALLING_LINE_IDENTITY, RETIRED);
        var account = chat.account("ra-berlin").id();
        chat.inMemory()
                .tenant()
                .change(edit -> new PersonEdit(edit).grant(account, PolicyKind.CALLING_LINE_IDENTITY, RETIRED));

        assertThat(text(chat.asks("fix CLI-02 for London with Retired: LineUri")))
                .contains("ra-berlin@contoso.example has Retired too", "CLI-04");
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void a_calling_policy_that_forbids_calls_is_opened_at_high_risk_and_closed_again() {
        switches(LOBBY, false, true);
        has(PRADEEP, PolicyKind.CALLING, LOBBY);
        var button = fixes(PRADEEP).getFirst();
        assertThat(button.typed()).isIn("fix USR-14 for London with Lobby", "fix CAL-01 for London with Lobby");

        var asked = chat.presses(button.press());

        assertThat(text(asked))
                .contains("High", "One person has the policy")
                .contains("AllowPrivateCalling true, PreventTollBypass false from then on")
                .contains("instead of AllowPrivateCalling false, PreventTollBypass true");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(calling(LOBBY).privateCalling().known()).contains(true);
        assertThat(calling(LOBBY).preventTollBypass().known()).contains(false);
        assertThat(fixes(PRADEEP)).isEmpty();

        undo();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(calling(LOBBY).privateCalling().known()).contains(false);
        assertThat(calling(LOBBY).preventTollBypass().known()).contains(true);
    }

    @ParameterizedTest
    @CsvSource({
        "fix CLI-02 for London with Anonymous, the policy Anonymous does not fail CLI-02 for who calls by London main"
                + " line",
        "fix USR-14 for London, no policy to put right",
        "fix CAL-01 for Berlin, no policy to put right",
        "fix CLI-01 for London, Nothing"
    })
    void what_holds_or_is_nobodys_is_said(String sentence, String says) {
        assertThat(text(chat.asks(sentence))).containsIgnoringCase(says);
        assertThat(chat.requests()).isEmpty();
    }
}

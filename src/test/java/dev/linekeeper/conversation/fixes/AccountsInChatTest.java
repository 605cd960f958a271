package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Answer.FormChoice;
import dev.linekeeper.chat.FormField;
import dev.linekeeper.chat.Slot;
import dev.linekeeper.core.enrolment.Step;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.script.PlanScript;
import dev.linekeeper.core.tenant.Country;
import dev.linekeeper.core.tenant.PolicyKind;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.AccountEdit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.StringNode;

/** What Entra says of an account is ours to put right where that was granted, and somebody else's where it was not. */
class AccountsInChatTest {
    private static final Set<String> ALL =
            Set.of("User.ReadUpdate.All", "User.EnableDisableAccount.All", "User.Read.All");

    private final GovernedChat chat = new GovernedChat();
    private final UserId london = chat.account("ra-london").id();

    @AfterEach
    void close() {
        chat.close();
    }

    /** The account has no usage location, and somebody can sign in as it. */
    @BeforeEach
    void brokenLondon() {
        granted(ALL);
        chat.inMemory().tenant().change(edit -> new AccountEdit(edit).setSignIn(london, true));
        chat.inMemory().tenant().change(edit -> new AccountEdit(edit).clearUsageLocation(london));
        granted(Set.of());
    }

    private void granted(Set<String> permissions) {
        chat.inMemory().tenant().change(edit -> new AccountEdit(edit).grant(permissions));
    }

    private Optional<Country> usageLocation() {
        return chat.account("ra-london").usageLocation().known().orElseThrow();
    }

    private boolean signIn() {
        return chat.account("ra-london").signInEnabled().known().orElseThrow();
    }

    private static FormField choice(Answer form) {
        return ((Answer.Form) form)
                .fields().stream()
                        .filter(field -> field.slot() == Slot.CHOICE)
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "fix RES-03 for ra-london with GB, User.ReadUpdate.All",
        "fix RES-19 for London, User.EnableDisableAccount.All + User.Read.All"
    })
    void without_the_permission_it_says_whose_job_it_is_and_what_would_make_it_ours(String sentence, String needs) {
        assertThat(text(chat.asks(sentence))).contains("user administrator in Microsoft Entra", needs);
        assertThat(text(chat.asks("check London"))).doesNotContain("fix RES-03", "fix RES-19");
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void the_country_of_the_number_is_preselected_set_once_and_cannot_be_taken_away_again() {
        granted(ALL);
        assertThat(text(chat.asks("check London"))).contains("fix RES-03 for London");
        assertThat(choice(chat.asks("fix RES-03 for London")).value()).isEqualTo("GB");

        var asked = chat.asks("fix RES-03 for ra-london with GB");

        assertThat(text(asked))
                .contains("Set the usage location of ra-london@contoso.example", "none", "GB", "people call under it");
        assertThat(usageLocation()).isEmpty();
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(usageLocation()).contains(new Country("GB"));
        assertThat(text(chat.asks("check London"))).doesNotContain("fix RES-03");
        assertThat(((Answer.RequestCard) chat.asks("request 1001")).suggestions())
                .extracting(Answer.Suggestion::typed)
                .as("no button for what is known to be refused")
                .doesNotContain("undo 1001");

        assertThat(text(chat.asks(
                        "undo %d".formatted(chat.requests().getFirst().id().number()))))
                .contains("takes no empty usage location");
        assertThat(chat.requests()).hasSize(1);
        assertThat(usageLocation()).contains(new Country("GB"));
    }

    @Test
    void two_countries_that_fit_are_a_question() {
        granted(ALL);
        chat.inMemory()
                .tenant()
                .change(edit -> edit.policies(PolicyKind.SHARED_CALLING).forEach(policy -> {
                    if (policy.path("Identity").asString("").equals("Tag:London")) {
                        policy.withArrayProperty("EmergencyNumbers").add(StringNode.valueOf("+14255550171"));
                    }
                }));

        var field = choice(chat.asks("fix RES-03 for London"));

        assertThat(field.value()).isEmpty();
        assertThat(field.choices()).extracting(FormChoice::value).containsExactly("GB", "US");
        assertThat(chat.asks("fix RES-03 for London with FR")).isInstanceOf(Answer.Form.class);
        assertThat(chat.requests()).isEmpty();
    }

    @Test
    void sign_in_is_blocked_and_allowed_again() {
        granted(ALL);
        assertThat(choice(chat.asks("fix RES-19 for London")).value()).isEqualTo("blocked");

        assertThat(text(chat.asks("fix RES-19 for London with blocked because audit")))
                .contains("Set whether somebody can sign in as ra-london@contoso.example", "allowed", "blocked");
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(signIn()).isFalse();
        assertThat(((Answer.RequestCard) chat.asks("request 1001")).suggestions())
                .extracting(Answer.Suggestion::typed)
                .contains("undo 1001");

        chat.asks("undo %d".formatted(chat.requests().getFirst().id().number()));
        assertThat(chat.applied()).isInstanceOf(Request.Completed.class);
        assertThat(signIn()).isTrue();
    }

    @Test
    void what_is_no_setting_of_teams_leaves_as_no_script_and_what_is_does() {
        granted(ALL);
        chat.asks("fix RES-19 for London with blocked");
        assertThat(PlanScript.unwritable(chat.requests().getFirst().terms().plan()))
                .map(Step::name)
                .contains(StepName.SET_SIGN_IN);

        chat.asks("fix RES-10 for Reno with Seattle office");
        assertThat(PlanScript.unwritable(chat.requests().getFirst().terms().plan()))
                .isEmpty();
    }

    @Test
    void a_permission_taken_away_after_the_approval_is_a_refusal_that_changes_nothing() {
        granted(ALL);
        chat.asks("fix RES-19 for London with blocked");
        chat.approved();
        granted(Set.of());

        assertThat(chat.applied()).isInstanceOf(Request.Overtaken.class);
        assertThat(signIn()).isTrue();
        assertThat(text(chat.asks("fix RES-19 for London"))).contains("User.EnableDisableAccount.All");
    }

    @Test
    void both_settings_of_one_account_are_asked_for_one_after_the_other() {
        granted(ALL);
        chat.asks("fix RES-19 for London with blocked");

        assertThat(text(chat.says(House.SAM_ADMIN_AND_APPROVER, "fix RES-03 for London with GB")))
                .contains("the same thing");
        assertThat(chat.requests()).hasSize(1);
    }
}

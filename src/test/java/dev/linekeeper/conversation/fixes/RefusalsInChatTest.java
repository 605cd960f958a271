package dev.linekeeper.conversation.fixes;

import static dev.linekeeper.conversation.fixes.GovernedChat.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.site.AccountWords;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.tenant.Operation.TenantOperation;
import dev.linekeeper.service.tenant.OperationProvider.NoProvider;
import dev.linekeeper.simulator.state.BehindOurBack;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** An account that cannot be had, somebody who may not ask, nobody who can make it, and what could not be read: said, and nothing asked. */
class RefusalsInChatTest {
    private final GovernedChat chat = new GovernedChat();

    @AfterEach
    void nothingIsAsked() {
        assertThat(chat.requests()).isEmpty();
        assertThat(chat.inMemory().store().sites().open()).isEmpty();
        chat.close();
    }

    private void lacks(String type) {
        BehindOurBack.edit(chat.inMemory().tenant(), file -> ((ObjectNode) file.path("policies")).remove(type));
    }

    @ParameterizedTest
    @CsvSource({
        "ra-leeds@fabrikam.example, fabrikam.example is no domain of your organisation",
        "ra-leeds@CONTOSO.example.evil.example, contoso.example.evil.example is no domain",
        "adele.vance@contoso.example, The name adele.vance@contoso.example is Adele Vance's",
        "ADELE.VANCE@contoso.example, is Adele Vance's",
        "ra-seattle-annex@contoso.example, it is another application's",
        "leeds, That is no name of an account",
        "ra-;rm@contoso.example, That is no name of an account"
    })
    void a_name_that_cannot_be_had_is_refused_with_why(String name, String says) {
        BehindOurBack.edit(
                chat.inMemory().tenant(),
                file -> BehindOurBack.entry(
                                file, "resourceAccounts", "userPrincipalName", "ra-seattle-annex@contoso.example")
                        .put("applicationId", "11cd3e2e-fccb-42ad-ad00-878b93575e07"));

        assertThat(text(chat.asks("new account %s for site Leeds".formatted(name))))
                .contains(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"helpdesk", "approver", "auditor", "user"})
    void who_is_no_voice_admin_may_not_ask_for_an_account(String role) {
        var who = new UserId(SentencesByRole.PEOPLE.get(role).objectId());

        assertThat(chat.says(who, "new account ra-leeds@contoso.example for site Leeds"))
                .isInstanceOf(Answer.NotAllowed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_CREATION, new account ra-leeds@contoso.example for site Leeds",
        "ACCOUNT_ASSOCIATION, fix RES-16 for Annex with Seattle main line",
        "ACCOUNT_NUMBER, fix RES-04 for ra-denver with +14255550115",
        "GROUP_GRANT_CHANGE, grant Seattle to group Auditors",
        "NUMBER_POLICY_CHANGE, grant London to number +14255550180"
    })
    void what_no_backend_does_is_said_with_why(TenantOperation operation, String sentence) {
        chat.inMemory().capabilities().put(operation, new NoProvider("pwsh was not found on this machine"));

        assertThat(text(chat.asks(sentence))).contains("pwsh was not found on this machine");
    }

    @ParameterizedTest
    @CsvSource({
        "TeamsEmergencyCallRoutingPolicy, fix EMG-02 for ra-london with Emergency-UK",
        "OnlineVoiceRoutingPolicy, fix VRP-01 for ra-london",
        "OnlineVoiceRoutingPolicy, fix RES-14 for ra-berlin-warehouse with Berlin lines",
        "TeamsSharedCallingRoutingPolicy, new policy Leeds for ra-london with callback none",
        "TeamsSharedCallingRoutingPolicy, grant London to group Auditors",
        "TeamsSharedCallingRoutingPolicy, remove policy London"
    })
    void a_list_of_policies_that_could_not_be_read_is_neither_a_no_nor_a_yes(String type, String sentence) {
        lacks(type);

        assertThat(text(chat.asks(sentence)))
                .as(sentence)
                .containsPattern("could not be read|did not answer")
                .doesNotContain(
                        "There is no policy",
                        "is there and has",
                        "does not fail",
                        "nothing to put right",
                        "There are no");
    }

    @Test
    void accounts_that_could_not_be_read_make_no_name_free() {
        BehindOurBack.edit(chat.inMemory().tenant(), file -> file.remove("resourceAccounts"));

        assertThat(text(chat.asks("new account ra-leeds@contoso.example for site Leeds")))
                .contains("resourceAccounts", "could not be read");
    }

    @Test
    void domains_that_nobody_tells_make_none_a_foreign_one() {
        var note = new AccountWords("ra-leeds@contoso.example", "Leeds")
                .obstacle(Set.of())
                .orElseThrow();

        assertThat(Wording.of(Locale.ENGLISH).say(note.text()))
                .contains("it does not tell its domains", "Nothing was asked for");
    }
}

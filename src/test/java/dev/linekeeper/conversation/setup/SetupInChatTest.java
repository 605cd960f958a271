package dev.linekeeper.conversation.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.TypedText;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.PersonEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Omar, the owner, sets the bot up in the chat: no setting names voice admins or approvers. */
class SetupInChatTest {
    private static final UserId OMAR = new UserId("a156df82-4f09-5ae1-beac-b272175f854c");
    private static final Map<Role, Set<GroupId>> OWNERS_ALONE =
            Map.of(Role.OWNER, Set.of(new GroupId("81406b08-ec71-5056-b8b6-d70da63a6287")));
    private static final String APPROVERS = "b3c5e9a9-57e7-596a-9ac2-b3f69f9b502f";
    private static final AnswerCards CARDS = new AnswerCards();

    private final SimulatedTenant tenant = Fabrikam.demo(Clock.systemUTC());

    @TempDir
    private Path folder;

    @Test
    void an_owner_chooses_who_approves_which_holds_at_once_after_a_restart_and_in_the_audit_trail() {
        try (var chat = started()) {
            assertThat(says(chat, OMAR, "mode read-only")).contains("read-only now");
            assertThat(says(chat, OMAR, "doctor"))
                    .contains("The way to live", "● Now: Choose the groups of voice admins and approvers");
            assertThat(says(chat, House.LEE_APPROVER, "doctor")).contains("is for: ");
            assertThat(says(chat, OMAR, "send test cards")).contains("Nobody can approve yet");

            assertThat(says(chat, OMAR, "choose approvers Nobody's Group")).contains("I know no group Nobody's Group");
            assertThat(says(chat, OMAR, "choose approvers Voice Approvers"))
                    .contains("The members of Voice Approvers are approvers now", "It is in the audit trail");
            assertThat(says(chat, OMAR, "choose approvers " + APPROVERS)).contains("are approvers already");
            assertThat(says(chat, House.LEE_APPROVER, "choose approvers Voice Admins"))
                    .contains("is for: owner");
            assertThat(says(chat, House.LEE_APPROVER, "whoami")).contains("approver");
        }
        try (var chat = started()) {
            assertThat(says(chat, OMAR, "choose voice admins Voice Admins")).contains("are voice admins now");
            assertThat(says(chat, OMAR, "doctor")).contains("✓ Done: Choose the groups", "● Now: Reach every approver");
            assertThat(says(chat, OMAR, "send test cards"))
                    .contains("test card", "Lee Chen", "has no chat with me yet");
            assertThat(says(chat, House.ANA_ADMIN, "choose approvers Voice Admins"))
                    .contains("is for: owner");
            assertThat(chat.store().audited().stream()
                            .map(record -> record.entry())
                            .filter(entry -> entry.action() == Action.SETTING)
                            .map(entry -> entry.details().get("setting")))
                    .containsExactly("linekeeper.mode", "linekeeper.roles.approver", "linekeeper.roles.admin");
        }
    }

    @Test
    void what_the_settings_name_wins_and_a_group_without_members_is_refused() {
        try (var chat = ChatInMemory.over(tenant)) {
            assertThat(says(chat, OMAR, "choose approvers Voice Admins"))
                    .contains("The settings name the groups of approvers", "linekeeper.roles.approver");
            assertThat(says(chat, OMAR, "doctor")).doesNotContain("Choose approvers", "The way to live");
        }
        try (var chat = started()) {
            tenant.change(edit -> new PersonEdit(edit)
                    .leave(
                            new UserId("b0f8129b-0cfc-550b-b815-33141382a2a3"),
                            Set.of(new GroupId("2bcc861f-85bb-5cd9-8f30-fbcae7dcb377"))));
            assertThat(says(chat, OMAR, "choose approvers Auditors")).contains("Nobody is in Auditors");
            assertThat(says(chat, OMAR, "choose approvers'; drop table role_group"))
                    .doesNotContain("approvers now");
            assertThat(chat.store().roleGroups().chosen()).isEmpty();
        }
    }

    private ChatInMemory started() {
        return ChatInMemory.over(tenant, OpenedStore.inFile(folder, Clock.systemUTC()), OWNERS_ALONE);
    }

    private static String says(ChatInMemory chat, UserId who, String sentence) {
        var caller = new Caller(who, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.PERSONAL);
        Answer answer = chat.chat().answer(caller, new TypedText(sentence));
        return CARDS.render(answer, caller).fallback();
    }
}

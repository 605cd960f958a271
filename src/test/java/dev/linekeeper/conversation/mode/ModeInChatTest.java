package dev.linekeeper.conversation.mode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.TypedText;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.SimulatedTenant;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Omar, the owner, switches what may be changed; live takes Ana as well. */
class ModeInChatTest {
    private static final UserId OMAR = new UserId("a156df82-4f09-5ae1-beac-b272175f854c");
    private static final AnswerCards CARDS = new AnswerCards();

    private final SimulatedTenant tenant = Fabrikam.demo(Clock.systemUTC());

    @TempDir
    private Path folder;

    @Test
    @Requirement("T37")
    void what_an_owner_chooses_holds_at_once_and_after_a_restart_and_live_takes_a_second_person() {
        try (var chat = started()) {
            assertThat(says(chat, OMAR, "mode")).contains("The mode is live", "An owner switches it");
            assertThat(says(chat, OMAR, "mode read only")).contains("The mode is read-only now");
            assertThat(says(chat, House.ANA_ADMIN, "enrol Adele Vance with Seattle"))
                    .contains("I am set to read-only");
        }
        try (var chat = started()) {
            assertThat(says(chat, House.ANA_ADMIN, "mode")).contains("The mode is read-only", "It was chosen");
            assertThat(says(chat, House.ANA_ADMIN, "mode live")).contains("That is for an owner");
            assertThat(says(chat, OMAR, "go live")).contains("Live waits for a second person");
            assertThat(says(chat, OMAR, "mode live")).contains("Live waits for a second person");
            assertThat(says(chat, House.LEE_APPROVER, "mode live")).contains("is for: ");
            assertThat(says(chat, House.ANA_ADMIN, "mode")).contains("Live was asked for", "The mode is read-only");
        }
        try (var chat = started()) {
            assertThat(says(chat, House.ANA_ADMIN, "mode live")).contains("The mode is live now");
            assertThat(says(chat, House.ANA_ADMIN, "enrol Adele Vance with Seattle"))
                    .doesNotContain("read-only");

            assertThat(chat.store().audited().stream()
                            .map(record -> record.entry())
                            .filter(entry -> entry.action() == Action.SETTING)
                            .map(entry -> "%s %s".formatted(entry.actor().orElseThrow(), entry.details())))
                    .containsExactly(
                            OMAR + " {setting=linekeeper.mode, value=read-only}",
                            OMAR + " {setting=linekeeper.mode, value=live, asked for}",
                            House.ANA_ADMIN + " {asked-by=%s, setting=linekeeper.mode, value=live}".formatted(OMAR));
        }
    }

    @Test
    void a_lower_mode_withdraws_what_waits_and_nonsense_is_asked_about() {
        try (var chat = started()) {
            says(chat, OMAR, "mode dry-run");
            says(chat, OMAR, "mode live");
            assertThat(says(chat, OMAR, "mode dry-run")).contains("The mode is dry-run now");
            assertThat(says(chat, House.ANA_ADMIN, "mode live")).contains("That is for an owner");
            assertThat(says(chat, OMAR, "mode dry run")).contains("The mode is dry-run already");
            assertThat(says(chat, OMAR, "mode livee'; drop table")).contains("Which mode?");
            assertThat(says(chat, OMAR, "mode")).contains("The mode is dry-run");
        }
    }

    private ChatInMemory started() {
        return ChatInMemory.over(tenant, OpenedStore.inFile(folder, Clock.systemUTC()));
    }

    private static String says(ChatInMemory chat, UserId who, String sentence) {
        var caller = new Caller(who, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.PERSONAL);
        Answer answer = chat.chat().answer(caller, new TypedText(sentence));
        return CARDS.render(answer, caller).fallback();
    }
}

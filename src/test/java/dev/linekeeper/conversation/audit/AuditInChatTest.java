package dev.linekeeper.conversation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.teams.cards.AnswerCards;
import dev.linekeeper.chat.Answer;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.ChatInput.TypedText;
import dev.linekeeper.conversation.ChatInMemory;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.request.DecisionProof;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.requests.House;
import dev.linekeeper.simulator.state.Fabrikam;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ingrid, an auditor, asks who did what; Ana has asked for Adele. */
class AuditInChatTest {
    private static final UserId INGRID = new UserId("b0f8129b-0cfc-550b-b815-33141382a2a3");
    private static final Instant TEN = Instant.parse("2026-11-28T22:00:00Z");
    private static final AnswerCards CARDS = new AnswerCards();

    private ChatInMemory chat;

    @BeforeEach
    void ana_asks() {
        chat = ChatInMemory.over(
                Fabrikam.demo(Clock.systemUTC()), OpenedStore.inMemory("audit-in-chat", Clock.systemUTC()));
        says(House.ANA_ADMIN, "enrol adele.vance@contoso.example with London because joins sales", Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void who_approved_is_named_with_the_group_that_let_them() {
        approved(DecisionProof.text(Optional.of(House.APPROVERS), TEN));

        assertThat(ingrid("audit 1001", Locale.ENGLISH))
                .contains("Ana Ruiz asked for SC-1001", "Lee Chen", "may decide. Reason: joins sales")
                .contains("Lee Chen approved SC-1001, as a member of Voice Approvers", "One more approval is needed");
        assertThat(ingrid("audit 1001", Locale.GERMAN))
                .contains("Lee Chen hat SC-1001 genehmigt, als Mitglied von Voice Approvers")
                .contains("Eine weitere Genehmigung ist nötig");
        assertThat(ingrid("audit 1001", Locale.FRENCH))
                .contains("Lee Chen a approuvé SC-1001, comme membre de Voice Approvers")
                .contains("Il manque encore une approbation");
    }

    @Test
    void an_approval_noted_before_groups_were_and_a_group_that_is_gone_are_told_as_they_are() {
        approved("APPROVER, read at " + TEN);
        assertThat(ingrid("audit 1001", Locale.ENGLISH))
                .contains("Lee Chen approved SC-1001")
                .doesNotContain("as a member");

        approved("APPROVER by group 00000000-0000-4000-8000-00000000dead, read at " + TEN);
        assertThat(ingrid("audit 1001", Locale.ENGLISH))
                .contains("as a member of 00000000-0000-4000-8000-00000000dead");
    }

    @Test
    void what_was_refused_and_what_was_done_is_said_in_words_and_without_fingerprints() {
        note(House.ANA_ADMIN, Action.REFUSED, Map.of("tried", "approve", "why", "OwnRequest"));
        note(
                House.ANA_ADMIN,
                Action.STEP_DONE,
                Map.of("step", "2 EV_ON", "how", "WRITTEN", "before", "off", "after", "on", "readBack", "on"));
        note(House.ANA_ADMIN, Action.STOPPED, Map.of("why", "REFUSED"));
        note(House.ANA_ADMIN, Action.COMPLETED, Map.of("overall", "READY", "failing", ""));

        assertThat(ingrid("audit 1001", Locale.ENGLISH))
                .contains("Ana Ruiz was refused", "Tried: approve. Why not: their own request")
                .contains("did a step of SC-1001", "Step 2, Switch voice on: was off, read back as on")
                .contains("stopped SC-1001", "why: REFUSED")
                .contains("Judged afterwards: ready for Shared Calling")
                .doesNotContain("fingerprint");
    }

    private void approved(String proof) {
        note(House.LEE_APPROVER, Action.APPROVED, Map.of("proof", proof, "fingerprint", "abc", "missing", "1"));
    }

    private void note(UserId who, Action action, Map<String, String> details) {
        chat.store()
                .trail()
                .append(new AuditEntry(
                        TEN, Optional.of(who), action, Optional.of(new RequestId(1001)), Optional.empty(), details));
    }

    private String ingrid(String sentence, Locale locale) {
        return says(INGRID, sentence, locale);
    }

    private String says(UserId who, String sentence, Locale locale) {
        var caller = new Caller(who, SentencesByRole.CONTOSO, locale, Caller.ConversationType.PERSONAL);
        Answer answer = chat.chat().answer(caller, new TypedText(sentence));
        return CARDS.render(answer, caller).fallback();
    }
}

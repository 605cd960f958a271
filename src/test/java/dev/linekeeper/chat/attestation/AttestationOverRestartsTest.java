package dev.linekeeper.chat.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.chat.TenantView;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.attestation.AttestedCase;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.readiness.judgement.RuleId;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.AttestationDesk.Statement;
import dev.linekeeper.service.attestation.AttestationReminders;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.simulator.state.Fabrikam;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attestation from its first day to the day after its last; the process ends and starts again in between. */
class AttestationOverRestartsTest {
    private static final RuleId OPERATOR = new RuleId("RES-18");
    private static final UserId ANA =
            new UserId(SentencesByRole.PEOPLE.get("admin").objectId());

    @TempDir
    private Path folder;

    /** A process that began at that time and ends with it. */
    private record Running(OpenedStore store, TenantView tenant, AttestationLines lines, Clock clock)
            implements AutoCloseable {
        static Running on(String day, Path folder) {
            return of(OpenedStore.inFile(folder, Clock.systemUTC()), day);
        }

        private static Running of(OpenedStore store, String day) {
            var clock = Clock.fixed(Instant.parse(day + "T08:00:00Z"), ZoneOffset.UTC);
            var ports = Fabrikam.demo(clock).ports();
            var tenant = new TenantView(
                    ports.reader(clock, Duration.ofHours(1)),
                    ports.directory(),
                    new JudgementSettings(Optional.empty(), false, Map.of()));
            return new Running(
                    store,
                    tenant,
                    AttestationsForTests.lines(store, new DisplayNames(ports.directory(), clock), clock),
                    clock);
        }

        /** The same process on a later day. */
        Running later(String day) {
            return of(store, day);
        }

        AdminNews news() {
            return DriftsForTests.news(store, clock).news();
        }

        void attest(Optional<LocalDate> until, String reason) {
            AttestationsForTests.desk(store, news(), clock)
                    .attest(OPERATOR, london(), new Statement(ANA, until, reason, Optional.empty()));
        }

        AttestedCase london() {
            return AttestedCase.of(tenant.readiness(tenant.snapshot())
                    .policy(new PolicyName("London"))
                    .subject());
        }

        String said() {
            return lines.standing(OPERATOR, london())
                    .map(it -> AttestationTexts.standing(it.said(), it.state(), lines.names()::of))
                    .map(Wording.of(Locale.ENGLISH)::say)
                    .orElse("nothing");
        }

        List<NewsItem> reminded() {
            new AttestationReminders(store.attestations(), AttestationsForTests.TERMS, news(), clock).run();
            return store.sql()
                    .sql("select number from news where kind = 'attestation' order by number")
                    .query((row, _) ->
                            store.news().find(new RequestId(row.getLong(1))).orElseThrow())
                    .list();
        }

        String card(NewsItem item) {
            var reader = new Caller(ANA, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.CHANNEL);
            var note = (Note) new AttestationNewsCards(lines).card(item, reader);
            var wording = Wording.of(Locale.ENGLISH);
            return "%s %s %s".formatted(wording.say(note.title()), wording.say(note.text()), note.suggestions());
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Test
    void it_holds_is_reminded_of_once_is_over_and_is_to_be_checked_again() {
        try (var first = Running.on("2026-11-28", folder)) {
            first.attest(Optional.of(LocalDate.parse("2027-01-31")), "BT wrote so");
            assertThat(first.said()).contains("Attested by Ana Ruiz", "until Sunday, January 31, 2027");
            assertThat(first.reminded()).isEmpty();
        }
        try (var second = Running.on("2027-01-17", folder)) {
            assertThat(second.said()).contains("until Sunday, January 31, 2027").doesNotContain("near");
            assertThat(second.reminded()).isEmpty();
            var near = second.later("2027-01-18");
            assertThat(near.said()).contains("until Sunday, January 31, 2027, which is near");
            var news = near.reminded();
            assertThat(near.reminded()).hasSize(1).isEqualTo(news);
            assertThat(near.card(news.getFirst()))
                    .contains("Attested until Sunday, January 31, 2027: RES-18 for London", "attest RES-18 for London")
                    .doesNotContain("Ana");
        }
        try (var third = Running.on("2027-01-31", folder)) {
            assertThat(third.said()).contains("BT wrote so");
            var over = third.later("2027-02-01");
            assertThat(over.said()).contains("is over. It does not count").doesNotContain("BT wrote so");
            assertThat(over.reminded()).hasSize(1);
            over.attest(Optional.empty(), "still so");
            assertThat(over.card(over.reminded().getFirst())).contains("That is settled");
            assertThat(over.said()).contains("still so", "until Saturday, July 31, 2027");
            assertThat(over.store().audited())
                    .filteredOn(it -> it.entry().action() == Action.ATTESTED)
                    .extracting(it -> it.entry().details().get("before"))
                    .satisfiesExactly(
                            before -> assertThat(before).isEmpty(),
                            before -> assertThat(before).contains("until 2027-01-31: BT wrote so"));
        }
    }
}

package dev.linekeeper.chat.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.chat.Answer.Note;
import dev.linekeeper.chat.Caller;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.conversation.SentencesByRole;
import dev.linekeeper.core.numbers.NumberLookup;
import dev.linekeeper.core.readiness.judgement.JudgementSettings;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.tenant.NumberType;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.tenant.person.DirectoryEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.drift.DriftsForTests;
import dev.linekeeper.service.reservation.ReservationExpiry;
import dev.linekeeper.service.reservation.ReservationResult;
import dev.linekeeper.service.tenant.reading.TenantReader;
import dev.linekeeper.simulator.state.Fabrikam;
import dev.linekeeper.simulator.state.NumberEdit;
import dev.linekeeper.simulator.state.SimulatedTenant;
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

/** A reservation from its first day to the day after its last; the process ends and starts again in between. */
class ReservationOverRestartsTest {
    private static final PhoneNumber FREE = PhoneNumber.of("+442079460130");
    private static final UserId ANA =
            new UserId(SentencesByRole.PEOPLE.get("admin").objectId());

    @TempDir
    private Path folder;

    /** A process that began on that day and ends with it. */
    private record Running(OpenedStore store, SimulatedTenant simulated, Clock clock) implements AutoCloseable {
        static Running on(String day, Path folder) {
            var clock = Clock.fixed(Instant.parse(day + "T23:30:00Z"), ZoneOffset.UTC);
            return new Running(OpenedStore.inFile(folder, clock), Fabrikam.demo(clock), clock);
        }

        ReservationResult reserve(Optional<LocalDate> until) {
            var tenant = reader().freshTenant().tenant();
            var countries = new JudgementSettings(Optional.empty(), false, Map.of()).numberCountries();
            return ReservationsForTests.desk(store, clock)
                    .reserve(NumberLookup.of(FREE, tenant, countries), ReservedFor.site("London"), ANA, until, "");
        }

        private TenantReader reader() {
            return simulated.ports().reader(clock, Duration.ofHours(1));
        }

        boolean counts() {
            return ReservationsForTests.inForce(store, clock).of(FREE).isPresent();
        }

        DirectoryEntry pradeep() {
            return simulated
                    .ports()
                    .directory()
                    .findByPrincipalName("pradeep.gupta@contoso.example")
                    .orElseThrow();
        }

        void give() {
            UserId pradeep = pradeep().id();
            simulated.change(
                    edit -> new NumberEdit(edit).assign(FREE, NumberType.OPERATOR_CONNECT, pradeep, Optional.empty()));
        }

        List<NewsItem> told() {
            new ReservationExpiry(
                            ReservationsForTests.desk(store, clock),
                            ReservationsForTests.inForce(store, clock),
                            reader(),
                            DriftsForTests.news(store, clock).news())
                    .run();
            return store.sql()
                    .sql("select number from news where kind = 'reservation' order by number")
                    .query((row, _) ->
                            store.news().find(new RequestId(row.getLong(1))).orElseThrow())
                    .list();
        }

        String card(NewsItem item) {
            var reader = new Caller(ANA, SentencesByRole.CONTOSO, Locale.ENGLISH, Caller.ConversationType.CHANNEL);
            var note = (Note) new ReservationNewsCards(store.reservations()).card(item, reader);
            return Wording.of(Locale.ENGLISH).say(note.title())
                    + Wording.of(Locale.ENGLISH).say(note.text());
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Test
    void it_counts_through_its_last_day_and_no_longer_whether_or_not_that_was_noticed() {
        try (var first = Running.on("2026-11-28", folder)) {
            assertThat(first.reserve(Optional.of(LocalDate.parse("2026-12-10"))))
                    .isInstanceOf(ReservationResult.NumberReserved.class);
            assertThat(first.told()).isEmpty();
        }
        try (var last = Running.on("2026-12-10", folder)) {
            assertThat(last.told()).isEmpty();
            assertThat(last.counts()).isTrue();
        }
        try (var over = Running.on("2026-12-11", folder)) {
            assertThat(over.counts()).isFalse();
            assertThat(over.store().reservations().open()).hasSize(1);

            assertThat(over.told()).hasSize(1);
            assertThat(over.told()).hasSize(1);
            assertThat(over.store().reservations().open()).isEmpty();
            assertThat(over.card(over.told().getFirst()))
                    .contains("The reservation of +44 20 7946 0130 is over", "the site London until", "December 10");
            assertThat(over.store().audited().getLast().entry()).satisfies(it -> {
                assertThat(it.action()).isEqualTo(Action.UNRESERVED);
                assertThat(it.actor()).isEmpty();
            });
        }
    }

    @Test
    void without_a_day_it_is_a_month_and_one_that_is_over_is_in_nobodys_way() {
        try (var first = Running.on("2026-11-28", folder)) {
            assertThat(first.reserve(Optional.empty()))
                    .isInstanceOfSatisfying(
                            ReservationResult.NumberReserved.class,
                            it -> assertThat(it.now().until()).isEqualTo(LocalDate.parse("2026-12-28")));
            assertThat(first.reserve(Optional.of(LocalDate.parse("2026-11-27"))))
                    .isInstanceOf(ReservationResult.DayOutOfRange.class);
            assertThat(first.reserve(Optional.of(LocalDate.parse("2027-05-28"))))
                    .isInstanceOf(ReservationResult.DayOutOfRange.class);
        }
        try (var later = Running.on("2026-12-29", folder)) {
            assertThat(later.reserve(Optional.of(LocalDate.parse("2027-06-27"))))
                    .isInstanceOf(ReservationResult.NumberReserved.class);
            assertThat(later.told()).isEmpty();
            assertThat(later.counts()).isTrue();
        }
    }

    @Test
    void it_ends_once_somebody_has_the_number_and_that_is_news_where_it_is_somebody_else() {
        try (var running = Running.on("2026-11-28", folder)) {
            running.reserve(Optional.empty());
            running.give();
            assertThat(running.told()).hasSize(1);
            assertThat(running.store().reservations().open()).isEmpty();
            running.store().forgetEverything();

            running.store()
                    .reservations()
                    .add(new NumberReservation(
                            new RequestId(7),
                            FREE,
                            ReservedFor.of(running.pradeep()),
                            ANA,
                            Instant.EPOCH,
                            LocalDate.parse("2027-01-01"),
                            ""));
            assertThat(running.told()).isEmpty();
            assertThat(running.store().reservations().open()).isEmpty();
        }
    }
}

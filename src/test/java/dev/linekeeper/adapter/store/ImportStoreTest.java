package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.ImportPreview;
import dev.linekeeper.core.bulk.ImportPreview.StepGroup;
import dev.linekeeper.core.bulk.ImportSource;
import dev.linekeeper.core.bulk.ImportSource.SourceKind;
import dev.linekeeper.core.bulk.ImportState;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.bulk.Row;
import dev.linekeeper.core.bulk.RowOutcome;
import dev.linekeeper.core.enrolment.Risk.RiskLevel;
import dev.linekeeper.core.enrolment.StepName;
import dev.linekeeper.core.request.CountedLine;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.imports.ImportStore.StoredImport;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/** What every database has to do for imports. */
class ImportStoreTest {
    @Nested
    class InH2 extends ImportStoreContract {
        @Override
        OpenedStore open() {
            return OpenedStore.inMemory("imports-" + UUID.randomUUID(), clock);
        }
    }

    @Nested
    class InPostgres extends ImportStoreContract {
        @Override
        OpenedStore open() {
            return OpenedStore.over(ThrowAwayPostgres.migratedDatabase(), clock);
        }
    }

    abstract static class ImportStoreContract {
        private static final PolicyName LONDON = new PolicyName("London");
        private static final ImportPreview PREVIEW = new ImportPreview(
                Map.of(RowOutcome.READY, 2, RowOutcome.NOT_FOUND, 1),
                List.of(new StepGroup(List.of(StepName.EV_ON, StepName.GRANT_SC), 2)),
                Optional.of(RiskLevel.MEDIUM),
                List.of(new CountedLine(Explanation.of("plan.risk.voice-routing", "Global", "NoPSTN"), 2, true)));

        final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
        OpenedStore store;

        abstract OpenedStore open();

        @BeforeEach
        void openStore() {
            store = open();
        }

        @AfterEach
        void closeStore() {
            if (store != null) {
                store.close();
            }
        }

        @Test
        void an_import_comes_back_as_it_was_and_shares_the_numbers_of_requests() {
            var rows = new GivenRows(
                    List.of(new Row(2, "adele@x.example"), new Row(4, "sam@x.example")),
                    List.of(judged(3, "=1+1", null)));
            StoredImport added = added(SAM, rows);

            assertThat(added.list().id()).hasToString("SC-1001");
            assertThat(store.imports().find(added.list().id())).contains(added);
            assertThat(store.imports().given(added.list().id())).isEqualTo(rows);
            assertThat(store.imports().of(SAM, 5)).containsExactly(added.list());
            assertThat(store.imports().of(ADELE, 5)).isEmpty();
            assertThat(store.batches().next(1)).hasToString("SC-1002");
        }

        @Test
        void one_list_is_taken_from_a_message_and_any_number_without() {
            StoredImport taken = added(Optional.of("the message"), SAM, GivenRows.NONE);
            added(SAM, GivenRows.NONE);
            added(SAM, GivenRows.NONE);

            assertThat(store.imports().takenFrom("the message")).contains(taken);
            assertThat(store.imports().takenFrom("another")).isEmpty();
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> added(Optional.of("the message"), SAM, GivenRows.NONE));
            assertThat(store.imports().of(SAM, 9)).hasSize(3);
        }

        @Test
        void every_state_comes_back_as_it_was() {
            Stream.of(
                            new ImportState.PolicyMissing(),
                            new ImportState.JudgingRows(MONDAY),
                            new ImportState.PreviewReady(MONDAY),
                            new ImportState.AskingForRows(true, MONDAY),
                            new ImportState.RowsAsked(
                                    Optional.of(new RequestId(1007)),
                                    96,
                                    List.of(new CountedLine(Explanation.of("chat.asked.row.nothing-to-do"), 2, true)),
                                    MONDAY),
                            new ImportState.ImportCancelled(MONDAY),
                            new ImportState.ImportFailed(Explanation.of("chat.import.no-members", "Sales"), MONDAY))
                    .forEach(state -> {
                        StoredImport before = added(SAM, GivenRows.NONE);
                        store.imports()
                                .replace(
                                        before,
                                        before.list().judged(PREVIEW, MONDAY).with(state));
                        PeopleImport now = found(before);
                        assertThat(now.state()).isEqualTo(state);
                        assertThat(now.preview()).contains(PREVIEW);
                    });
        }

        @Test
        void of_two_who_replace_an_import_one_wins_and_its_rows_are_those_of_the_winner() {
            StoredImport before = added(SAM, GivenRows.NONE);
            var first = IntStream.range(0, 1203)
                    .mapToObj(row -> judged(row, "person" + row, null))
                    .toList();

            assertThat(store.imports().replace(before, before.list().judged(PREVIEW, MONDAY), first))
                    .isPresent();
            assertThat(store.imports().replace(before, before.list(), List.of()))
                    .isEmpty();
            assertThat(store.imports().rows(before.list().id(), 0, 2000)).isEqualTo(first);
            assertThat(store.imports().rows(before.list().id(), 500, 2)).isEqualTo(first.subList(500, 502));
            assertThat(found(before).rows()).isEqualTo(3);
        }

        @Test
        void how_far_it_is_is_noted_until_it_is_replaced() {
            StoredImport before = added(SAM, GivenRows.NONE);
            assertThat(store.imports().reached(before, 40)).isTrue();
            assertThat(store.imports().find(before.list().id()).orElseThrow().done())
                    .isEqualTo(40);

            store.imports().replace(before, before.list().with(new ImportState.ImportCancelled(MONDAY)));
            assertThat(store.imports().reached(before, 50)).isFalse();
            assertThat(store.imports().find(before.list().id()).orElseThrow().done())
                    .isZero();
        }

        @Test
        void rows_are_forgotten_when_the_import_is_over_and_the_import_when_requests_are() {
            StoredImport over = added(SAM, new GivenRows(List.of(new Row(1, "adele@x.example")), List.of()));
            store.imports().replace(over, over.list().judged(PREVIEW, MONDAY), List.of(judged(1, "adele", ADELE)));

            store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(6)));
            assertThat(store.imports().rows(over.list().id(), 0, 9)).hasSize(1);
            store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(7)));
            assertThat(store.imports().rows(over.list().id(), 0, 9)).isEmpty();
            assertThat(store.imports().given(over.list().id())).isEqualTo(GivenRows.NONE);
            assertThat(found(over).preview()).contains(PREVIEW);
            store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(401)));
            assertThat(store.imports().find(over.list().id())).isEmpty();
        }

        @Test
        void rows_that_are_to_be_forgotten_are() {
            StoredImport list = added(SAM, new GivenRows(List.of(new Row(1, "adele@x.example")), List.of()));
            store.imports().replace(list, list.list(), List.of(judged(1, "adele", ADELE)));
            store.imports().forget(list.list().id());
            assertThat(store.imports().rows(list.list().id(), 0, 9)).isEmpty();
            assertThat(store.imports().given(list.list().id())).isEqualTo(GivenRows.NONE);
        }

        @Test
        void somebody_who_is_erased_is_in_no_row_whether_they_were_found_or_merely_written() {
            var rows = new GivenRows(
                    List.of(new Row(2, " Adele@x.Example"), new Row(3, "sam@x.example"), new Row(5, ADELE.value())),
                    List.of(judged(4, "Adele Vance", null), judged(6, "=1+1", null)));
            StoredImport waiting = added(SAM, rows);
            StoredImport found = added(SAM, GivenRows.NONE);
            store.imports()
                    .replace(
                            found,
                            found.list(),
                            List.of(judged(1, "+441", ADELE), judged(2, "ADELE VANCE", null), judged(3, "sam", SAM)));
            StoredImport theirs = added(ADELE, rows);
            store.imports().replace(theirs, theirs.list(), List.of(judged(1, "kim", KIM)));

            store.upkeep().erase(ADELE, Set.of("adele@x.example", "Adele Vance"), "asked for it", MONDAY);

            assertThat(store.imports().given(waiting.list().id()))
                    .isEqualTo(new GivenRows(List.of(new Row(3, "sam@x.example")), List.of(judged(6, "=1+1", null))));
            assertThat(store.imports().rows(found.list().id(), 0, 9)).containsExactly(judged(3, "sam", SAM));
            assertThat(store.imports().find(theirs.list().id())).isEmpty();
            assertThat(store.imports().rows(theirs.list().id(), 0, 9)).isEmpty();
        }

        private StoredImport added(UserId owner, GivenRows rows) {
            return added(Optional.empty(), owner, rows);
        }

        private StoredImport added(Optional<String> message, UserId owner, GivenRows rows) {
            return store.imports()
                    .add(
                            message,
                            id -> new PeopleImport(
                                    id,
                                    owner,
                                    new ImportSource(
                                            SourceKind.GROUP, "Sales", Optional.of(new GroupId("00000301-0000"))),
                                    rows.size(),
                                    Optional.of(LONDON),
                                    "the desk opens",
                                    new ImportState.JudgingRows(MONDAY),
                                    Optional.empty(),
                                    Optional.empty(),
                                    MONDAY,
                                    MONDAY.plus(Duration.ofDays(7))),
                            rows);
        }

        private PeopleImport found(StoredImport list) {
            return store.imports().find(list.list().id()).orElseThrow().list();
        }

        private static JudgedRow judged(int number, String given, UserId person) {
            return new JudgedRow(
                    new Row(number, given),
                    Optional.ofNullable(person),
                    RowOutcome.READY,
                    Explanation.of("chat.asked.row.ready"),
                    List.of(StepName.EV_ON));
        }
    }
}

package dev.linekeeper.adapter.store;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.LEE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.adapter.store.audit.AuditHealth;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.core.Sha256;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.audit.AuditAnchor;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditSelection;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainBroken;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainWhole;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.requests.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

/** What whoever has the database's account may do to the audit trail (T26, T28), and where it is noticed. */
abstract class AuditContract {
    private static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private static final Duration KEPT = Duration.ofDays(400);

    /** Five records, the second of which is of a day long ago. */
    private static final List<Instant> TIMES = List.of(
            MONDAY.minus(Duration.ofDays(500)),
            MONDAY.minus(Duration.ofDays(401)),
            MONDAY.minus(Duration.ofDays(3)),
            MONDAY.minus(Duration.ofDays(2)),
            MONDAY);

    @TempDir
    Path volume;

    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void five_records_noted_outside_of_the_database() {
        store = open();
        for (int i = 0; i < TIMES.size(); i++) {
            store.trail().append(entry(TIMES.get(i), "entry " + (i + 1)));
        }
        freshWatch().anchor();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        content       | update audit set content = replace(content, 'entry 3', 'entry 9') where number = 3        | 3
        number        | update audit set number = 9 where number = 5                                               | 5
        at            | update audit set at = at + interval '1' day where number = 1                               | 1
        actor         | update audit set actor = 'somebody' where number = 2                                       | 2
        no actor      | update audit set actor = null where number = 2                                             | 2
        action        | update audit set action = 'DENIED' where number = 4                                        | 4
        odd action    | update audit set action = 'NO SUCH' where number = 4                                       | 4
        request       | update audit set request = 1001 where number = 5                                           | 5
        no request    | update audit set request = null where number = 5                                           | 5
        person        | update audit set person = 'somebody' where number = 2                                      | 2
        content hash  | update audit set content_hash = hash where number = 3                                      | 3
        previous hash | update audit set previous_hash = hash where number = 3                                     | 3
        hash          | update audit set hash = previous_hash where number = 4                                     | 4
        deletion      | delete from audit where number = 2                                                         | 2
        truncation    | delete from audit where number = 5                                                         | 5
        emptying      | delete from audit                                                                          | 1
        beyond        | update audit_head set number = 4, hash = (select hash from audit where number = 4)         | 5
        the head      | update audit_head set hash = (select hash from audit where number = 4)                     | 5
        no head       | delete from audit_head                                                                     | 1
        erasure       | update audit set content = null, actor = null, person = null where number = 2              | 2
        half erasure  | update audit set content = null where number = 2                                           | 2
        """)
    @Requirement("T26")
    void a_forgery_is_noticed(String what, String sql, long record) {
        store.sql().sql(sql).update();

        assertThat(store.trail().verify(List.of()))
                .isInstanceOfSatisfying(
                        ChainBroken.class, it -> assertThat(it.record()).isEqualTo(record));
        noticedInTheBackground(record);
    }

    /** What is forged far from the head shows when the whole chain is followed; the head shows before anything is served. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        truncation with the head | delete from audit where number > 3                                                | 4
        emptying with the head   | delete from audit                                                                 | 1
        """)
    @Requirement("T26")
    void what_is_cut_together_with_the_head_is_noticed_through_the_file(String what, String sql, long record) {
        store.sql().sql(sql).update();
        store.sql()
                .sql("update audit_head set number = ?, hash = coalesce((select hash from audit where number = ?), ?)")
                .params(record - 1, record - 1, AuditChain.START)
                .update();

        assertThat(store.trail().verify(List.of())).as("by itself").isInstanceOf(ChainWhole.class);
        assertThat(store.trail().verify(file().all()))
                .isInstanceOfSatisfying(
                        ChainBroken.class, it -> assertThat(it.record()).isEqualTo(record));
        noticedAtTheStart(record);
        noticedInTheBackground(record);
    }

    @Test
    void a_trail_rewritten_from_the_first_record_on_is_noticed_through_the_file() {
        String head = store.audited().getLast().hash();
        rewriteEverything();

        assertThat(store.trail().verify(List.of())).as("by itself").isInstanceOf(ChainWhole.class);
        assertThat(store.trail().place(head)).as("the hash of the log").isEmpty();
        noticedAtTheStart(5);
        noticedInTheBackground(5);
        freshWatch().anchor();
        noticedInTheBackground(5);
    }

    @Test
    void a_trail_rewritten_while_the_bot_runs_is_noticed_without_a_file() {
        var watch = new AuditWatch(store.trail(), new AnchorFile((Path) null), CLOCK);
        watch.checkWhole();
        watch.anchor();
        assertThat(new AuditHealth(watch).health().getStatus()).isEqualTo(Status.UP);

        rewriteEverything();
        store.trail().append(entry(MONDAY, "and one more"));
        watch.anchor();

        assertThat(watch.fault()).map(ChainBroken::record).contains(5L);
        assertThat(new AuditHealth(watch).health().getStatus()).isEqualTo(AuditHealth.ATTENTION);
    }

    @Test
    void nothing_more_is_noted_on_a_trail_that_is_broken_far_from_its_head() {
        AuditWatch watch = freshWatch();
        store.sql().sql("update audit set action = 'DENIED' where number = 2").update();
        store.trail().append(entry(MONDAY, "entry 6"));
        watch.checkWhole();
        watch.anchor();

        assertThat(file().all()).extracting(AuditAnchor::records).containsExactly(5L);
    }

    @Test
    void what_is_whole_stays_green_and_is_noted_as_it_grows() {
        store.trail().append(entry(MONDAY, "entry 6"));
        AuditWatch watch = freshWatch();
        watch.checkHead();
        watch.checkWhole();
        watch.anchor();

        assertThat(new AuditHealth(watch).health().getStatus()).isEqualTo(Status.UP);
        assertThat(new AuditHealth(watch).health().getDetails()).containsEntry("records", 6L);
        assertThat(file().all()).extracting(AuditAnchor::records).containsExactly(5L, 6L);
    }

    @Test
    void a_record_of_nothing_is_noticed_whatever_its_hashes_say() {
        AuditRecord last = store.audited().getLast();
        String hash = AuditChain.link(last.number(), last.previous(), Sha256.hex("{}"));
        store.sql()
                .sql("update audit set content = '{}', content_hash = ?, hash = ? where number = 5")
                .params(Sha256.hex("{}"), hash)
                .update();
        store.sql().sql("update audit_head set hash = ?").param(hash).update();

        assertThat(store.trail().verify(List.of()))
                .isInstanceOfSatisfying(
                        ChainBroken.class, it -> assertThat(it.record()).isEqualTo(5));
    }

    @Test
    void a_point_that_cannot_be_noted_is_told() {
        var watch = new AuditWatch(store.trail(), new AnchorFile(volume.resolve("no such folder/anchors")), CLOCK);
        watch.anchor();
        assertThat(new AuditHealth(watch).health().getStatus()).isEqualTo(AuditHealth.ATTENTION);
    }

    @Test
    void a_line_that_a_crash_cut_short_is_passed_over() throws IOException {
        Path file = volume.resolve("anchors");
        Files.writeString(file, Files.readString(file) + "2026-11-23T09:00:00Z 6 abc");
        store.trail().append(entry(MONDAY, "entry 6"));
        freshWatch().anchor();

        assertThat(file().all()).extracting(AuditAnchor::records).containsExactly(5L, 6L);
        assertThat(freshWatch().checkWhole()).isInstanceOf(ChainWhole.class);
    }

    @Test
    @Requirement("T28")
    void what_is_personal_goes_after_its_time_and_the_chain_stays_whole() {
        assertThat(store.trail().erase(MONDAY.minus(KEPT), "kept for 400 days", MONDAY))
                .isEqualTo(2);

        AuditRecord erased = store.audited().getFirst();
        assertThat(erased.isErased()).isTrue();
        assertThat(erased.entry())
                .isEqualTo(new AuditEntry(
                        TIMES.getFirst(),
                        Optional.empty(),
                        Action.APPROVED,
                        Optional.of(new RequestId(1042)),
                        Optional.empty(),
                        Map.of()));
        assertThat(store.audited().getLast().entry().details())
                .containsEntry("records", "1-2")
                .containsEntry("reason", "kept for 400 days");
        assertThat(freshWatch().checkWhole()).isInstanceOf(ChainWhole.class);
        assertThat(store.trail().erase(MONDAY.minus(KEPT), "kept for 400 days", MONDAY))
                .isZero();
    }

    @Test
    @Requirement("T28")
    void what_is_kept_of_one_person_goes_with_a_reason_and_the_chain_stays_whole() {
        store.trail()
                .append(new AuditEntry(
                        MONDAY,
                        Optional.of(KIM),
                        Action.READ,
                        Optional.empty(),
                        Optional.of(SAM),
                        Map.of("approvers", LEE + " " + KIM)));
        freshWatch().anchor();

        var erased = store.upkeep().erase(LEE, "asked for it, case 7", MONDAY);

        assertThat(erased.records()).isEqualTo(5);
        assertThat(erased.mentions()).isEqualTo(1);
        assertThat(store.audited())
                .extracting(AuditRecord::isErased)
                .containsExactly(true, true, true, true, true, false, false);
        assertThat(store.audited().getLast().entry().action()).isEqualTo(Action.ERASED);
        assertThat(store.audited().getLast().entry().details())
                .containsEntry("records", "1-5")
                .containsEntry("reason", "asked for it, case 7")
                .doesNotContainValue(LEE.value());
        assertThat(freshWatch().checkWhole()).isInstanceOf(ChainWhole.class);
        assertThat(store.upkeep().erase(LEE, "asked again", MONDAY).records()).isZero();
    }

    @Test
    void records_of_an_erasure_are_never_erased_themselves() {
        store.trail().erase(MONDAY.minus(KEPT), "kept for 400 days", MONDAY);
        assertThat(store.trail().erase(MONDAY.plusSeconds(1), "a second look", MONDAY))
                .isEqualTo(3);

        assertThat(store.audited())
                .extracting(AuditRecord::isErased)
                .containsExactly(true, true, true, true, true, false, false);
        assertThat(freshWatch().checkWhole()).isInstanceOf(ChainWhole.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        at           | update audit set at = at + interval '1' day where number = 2                | 1
        action       | update audit set action = 'DENIED' where number = 1                         | 1
        request      | update audit set request = 1001 where number = 2                            | 1
        no request   | update audit set request = null where number = 2                            | 1
        actor        | update audit set actor = 'somebody' where number = 2                        | 2
        person       | update audit set person = 'somebody' where number = 2                       | 2
        content      | update audit set content = '{}' where number = 2                            | 2
        content hash | update audit set content_hash = hash where number = 1                       | 1
        one more     | update audit set content = null, actor = null, person = null where number = 3 | 3
        """)
    @Requirement("T28")
    void what_is_left_of_an_erased_record_cannot_be_forged_either(String what, String sql, long record) {
        store.trail().erase(MONDAY.minus(KEPT), "kept for 400 days", MONDAY);
        store.sql().sql(sql).update();

        assertThat(store.trail().verify(List.of()))
                .isInstanceOfSatisfying(
                        ChainBroken.class, it -> assertThat(it.record()).isEqualTo(record));
    }

    @Test
    @Requirement("T28")
    void retention_erases_records_and_finished_requests() {
        store.upkeep().deleteExpired(MONDAY.plus(KEPT).plus(Duration.ofDays(1)));

        assertThat(store.audited())
                .filteredOn(record -> !record.isErased())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.entry().action()).isEqualTo(Action.ERASED);
                    assertThat(record.entry().details()).containsEntry("records", "1-5");
                });
        assertThat(freshWatch().checkWhole()).isInstanceOf(ChainWhole.class);
    }

    /** Its end would be forgotten with it, and somebody would keep for good what was approved until a day. */
    @Test
    void retention_keeps_what_somebody_has_until_a_day_that_is_still_to_come() {
        Instant end = MONDAY.plus(KEPT).plus(Duration.ofDays(30));
        store.requests().add(each -> Sample.pending(each, KIM));
        RequestId id = store.requests().open(KIM).orElseThrow().id();
        store.sql()
                .sql("update request set open_person = null, state = 'Completed', ends_at = ? where number = ?")
                .params(SqlTime.column(end), id.number())
                .update();

        store.upkeep().deleteExpired(MONDAY.plus(KEPT).plus(Duration.ofDays(29)));
        assertThat(store.requests().find(id)).isPresent();
        store.upkeep().deleteExpired(end.plus(KEPT).plus(Duration.ofDays(1)));
        assertThat(store.requests().find(id)).isEmpty();
    }

    @Test
    void the_same_words_twice_do_not_have_the_same_hash() {
        assertThat(store.trail().append(entry(MONDAY, "no")).payloadHash())
                .isNotEqualTo(store.trail().append(entry(MONDAY, "no")).payloadHash());
    }

    @Test
    void a_line_of_an_export_is_enough_to_follow_the_chain() {
        AuditRecord record = store.audited().get(2);
        assertThat(record.json()).contains("\"entry\":" + record.payload()).contains(record.hash());
        assertThat(AuditChain.link(record.number(), record.previous(), Sha256.hex(record.payload())))
                .isEqualTo(record.hash());
    }

    @Test
    void records_are_found_by_time_person_and_request() {
        store.trail()
                .append(new AuditEntry(
                        MONDAY, Optional.of(LEE), Action.READ, Optional.empty(), Optional.of(LEE), Map.of()));

        assertThat(numbers(AuditSelection.EVERYTHING)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(numbers(AuditSelection.of(new RequestId(1042)))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(numbers(new AuditSelection(
                        Optional.of(TIMES.get(2)), Optional.of(MONDAY), Optional.of(ADELE), Optional.empty())))
                .containsExactly(3L, 4L);
    }

    @Test
    void a_chain_that_grows_or_is_erased_while_it_is_followed_is_whole() throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                writing.add(writers.submit(() -> {
                    for (int i = 0; i < 30; i++) {
                        store.trail().append(entry(MONDAY.minus(KEPT), "more"));
                        store.trail().erase(MONDAY.minus(KEPT), "kept for 400 days", MONDAY);
                    }
                }));
            }
            while (!writing.stream().allMatch(Future::isDone)) {
                assertThat(store.trail().verify(List.of())).isInstanceOf(ChainWhole.class);
                assertThat(store.trail().verifyHead(Optional.empty())).isInstanceOf(ChainWhole.class);
            }
            for (Future<?> each : writing) {
                each.get();
            }
        }
    }

    private void rewriteEverything() {
        store.forgetEverything();
        for (int i = 0; i < TIMES.size(); i++) {
            store.trail().append(entry(TIMES.get(i), "forged " + (i + 1)));
        }
    }

    /** A process that has just started, with the file of the one before. */
    private AuditWatch freshWatch() {
        return new AuditWatch(store.trail(), file(), CLOCK);
    }

    private AnchorFile file() {
        return new AnchorFile(volume.resolve("anchors"));
    }

    private void noticedAtTheStart(long record) {
        AuditWatch watch = freshWatch();
        watch.checkHead();
        assertYellow(watch, record);
    }

    private void noticedInTheBackground(long record) {
        AuditWatch watch = freshWatch();
        watch.checkWhole();
        assertYellow(watch, record);
    }

    private static void assertYellow(AuditWatch watch, long record) {
        assertThat(watch.fault()).map(ChainBroken::record).contains(record);
        var health = new AuditHealth(watch).health();
        assertThat(health.getStatus()).isEqualTo(AuditHealth.ATTENTION);
        assertThat(health.getDetails()).containsEntry("firstBadRecord", record);
    }

    private List<Long> numbers(AuditSelection wanted) {
        var numbers = new ArrayList<Long>();
        store.trail().forEach(wanted, record -> numbers.add(record.number()));
        return numbers;
    }

    private static AuditEntry entry(Instant at, String what) {
        return new AuditEntry(
                at,
                Optional.of(LEE),
                Action.APPROVED,
                Optional.of(new RequestId(1042)),
                Optional.of(ADELE),
                Map.of("what", what));
    }
}

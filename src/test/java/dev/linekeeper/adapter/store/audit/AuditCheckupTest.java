package dev.linekeeper.adapter.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditAnchor;
import dev.linekeeper.service.audit.AuditAnchors;
import dev.linekeeper.service.audit.AuditChain;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import dev.linekeeper.service.audit.AuditTrail.Verification.ChainBroken;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.checkup.SetupCheck;
import dev.linekeeper.service.checkup.SetupCheck.CheckState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What doctor says of the audit trail, and where its head is noted. */
class AuditCheckupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path volume;

    private final OpenedStore store = OpenedStore.inMemory("audit-checkup-" + UUID.randomUUID(), CLOCK);
    private final AnchorsSomewhere anchors = new AnchorsSomewhere();
    private final AuditWatch watch = new AuditWatch(store.trail(), anchors, CLOCK);

    @BeforeEach
    void two_records() {
        append();
        append();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @Requirement("T26")
    void a_whole_trail_that_is_noted_where_it_lasts_is_good() {
        anchors.place = Optional.of(new AuditAnchors.AnchorPlace("/anchors", true));
        watch.anchor();
        assertThat(states()).containsExactly(CheckState.GOOD, CheckState.GOOD);
        assertThat(said().getFirst())
                .contains("2 records", store.audited().getLast().hash(), "followed as a whole", "2026");
        assertThat(said().getLast()).isEqualTo("/anchors, record 2 is the newest there");
    }

    @Test
    void it_is_yellow_while_nothing_is_noted_there_and_where_it_does_not_last() {
        assertThat(states()).containsExactly(CheckState.GOOD, CheckState.ATTENTION);
        assertThat(said().getLast()).isEqualTo("in the log alone");

        anchors.place = Optional.of(new AuditAnchors.AnchorPlace("/anchors", true));
        assertThat(said().getLast()).isEqualTo("nothing is in /anchors yet");

        anchors.place = Optional.of(new AuditAnchors.AnchorPlace("/tmp/anchors", false));
        watch.anchor();
        assertThat(states()).containsExactly(CheckState.GOOD, CheckState.ATTENTION);
        assertThat(said().getLast()).isEqualTo("/tmp/anchors, which ends with this container or machine");
    }

    @Test
    void it_is_yellow_when_a_record_does_not_fit() {
        store.sql().sql("update audit set action = 'DENIED' where number = 1").update();
        assertThat(states()).startsWith(CheckState.ATTENTION);
        assertThat(said().getFirst()).contains("record 1 does not fit");
    }

    @Test
    void in_a_folder_each_replica_has_a_file_of_its_own_and_knows_the_points_of_all() {
        new AuditWatch(store.trail(), new AnchorFile(volume, "app--1"), CLOCK).anchor();
        append();
        new AuditWatch(store.trail(), new AnchorFile(volume, "app--2/../x"), CLOCK).anchor();

        assertThat(volume.toFile().list()).containsExactlyInAnyOrder("app--1.anchors", "app--2-..-x.anchors");
        var third = new AnchorFile(volume, "app--3");
        assertThat(third.all()).extracting(AuditAnchor::records).containsExactlyInAnyOrder(2L, 3L);
        assertThat(third.newest()).map(AuditAnchor::records).contains(3L);

        store.sql().sql("delete from audit").update();
        store.sql()
                .sql("update audit_head set number = 0, hash = ?")
                .param(AuditChain.START)
                .update();
        var fresh = new AuditWatch(store.trail(), new AnchorFile(volume, "app--4"), CLOCK);
        fresh.checkHead();
        assertThat(fresh.fault()).map(ChainBroken::record).contains(1L);
    }

    @Test
    void what_is_in_memory_does_not_last() {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isDirectory(memory));
        assertThat(new AnchorFile(memory.resolve("not-there-yet")).place())
                .contains(new AuditAnchors.AnchorPlace("/dev/shm/not-there-yet", false));
        assertThat(new AnchorFile((Path) null).place()).isEmpty();
    }

    private void append() {
        store.trail()
                .append(new AuditEntry(
                        CLOCK.instant(),
                        Optional.of(new UserId("ana")),
                        Action.SETTING,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    private List<CheckState> states() {
        return checks().stream().map(SetupCheck::state).toList();
    }

    private List<String> said() {
        return checks().stream()
                .map(check -> check.found())
                .map(Wording.of(Locale.UK)::say)
                .toList();
    }

    private List<SetupCheck> checks() {
        return new AuditCheckup(watch, anchors).checks();
    }

    /** Points in memory, said to be kept somewhere. */
    private static final class AnchorsSomewhere implements AuditAnchors {
        private final List<AuditAnchor> noted = new ArrayList<>();
        private Optional<AnchorPlace> place = Optional.empty();

        @Override
        public List<AuditAnchor> all() {
            return noted;
        }

        @Override
        public Optional<AuditAnchor> newest() {
            return noted.isEmpty() ? Optional.empty() : Optional.of(noted.getLast());
        }

        @Override
        public Optional<AnchorPlace> place() {
            return place;
        }

        @Override
        public void note(AuditAnchor anchor, Instant at) {
            noted.add(anchor);
        }
    }
}

package dev.linekeeper.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.adapter.store.audit.AnchorFile;
import dev.linekeeper.architecture.Requirement;
import dev.linekeeper.service.audit.AuditRecord;
import dev.linekeeper.service.audit.AuditWatch;
import dev.linekeeper.service.audit.RefusedRequests;
import dev.linekeeper.service.audit.RefusedRequests.RequestRefusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a replica does about the audit trail by itself. */
class AuditRoundsTest {
    private final Clock clock = Clock.systemUTC();
    private final OpenedStore store = OpenedStore.inMemory("audit-rounds", clock);
    private final RefusedRequests refused = new RefusedRequests(store.trail(), clock);
    private final AuditWatch watch = new AuditWatch(store.trail(), new AnchorFile((Path) null), clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    @Requirement("T26")
    void what_was_refused_at_the_door_is_recorded_at_intervals_and_at_the_end() {
        var rounds = new AuditRounds(watch, refused, Duration.ofMillis(50), clock);
        rounds.start();
        refused.count(RequestRefusal.NO_TOKEN);
        await().untilAsserted(() -> assertThat(numbers()).containsExactly("1"));
        rounds.stop();

        var seldom = new AuditRounds(watch, refused, Duration.ofHours(1), clock);
        seldom.start();
        refused.count(RequestRefusal.NO_TOKEN);
        refused.count(RequestRefusal.NO_TOKEN);
        seldom.stop();
        assertThat(numbers()).last().isEqualTo("2");
    }

    @Test
    void what_could_not_be_recorded_counts_on() {
        refused.count(RequestRefusal.NO_TOKEN);
        store.sql().sql("alter table audit_head rename to away").update();
        assertThatThrownBy(refused::record).isInstanceOf(RuntimeException.class);
        store.sql().sql("alter table away rename to audit_head").update();
        refused.count(RequestRefusal.NO_TOKEN);
        refused.record();
        assertThat(numbers()).containsExactly("2");
    }

    private List<String> numbers() {
        return store.audited().stream()
                .map(AuditRecord::entry)
                .map(entry -> entry.details().get("requests"))
                .toList();
    }
}

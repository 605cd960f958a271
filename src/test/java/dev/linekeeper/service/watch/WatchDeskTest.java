package dev.linekeeper.service.watch;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static dev.linekeeper.service.requests.Sample.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.watch.Standing;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.core.watch.WatchedPerson;
import dev.linekeeper.service.audit.AuditEntry;
import dev.linekeeper.service.audit.AuditEntry.Action;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who said that somebody stays as they are, or that a group is watched no more, is in the audit trail. */
class WatchDeskTest {
    private static final Clock CLOCK = Clock.fixed(MONDAY, ZoneOffset.UTC);

    private final OpenedStore store = OpenedStore.inMemory("watch-desk-" + UUID.randomUUID(), CLOCK);
    private final WatchDesk desk =
            new WatchDesk(store.watch(), store.groups(), store.trail(), store.transactions(), CLOCK);

    @AfterEach
    void close() {
        store.close();
    }

    private List<AuditEntry> audited() {
        return store.audited().stream().map(record -> record.entry()).toList();
    }

    @Test
    void who_left_somebody_as_they_are_is_recorded_once_with_what_had_come_about() {
        var unread = new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        store.watch().put(Optional.empty(), new WatchedPerson(ADELE, "Adele Vance", unread, MONDAY));
        for (WatchCause cause : List.of(WatchCause.DISABLED, WatchCause.COUNTRY)) {
            store.watch().add(new WatchFinding(ADELE, "", cause, "US", MONDAY, false, Optional.empty()));
        }

        assertThat(desk.ignore(SAM, ADELE)).isTrue();
        assertThat(desk.ignore(SAM, ADELE)).isFalse();

        assertThat(store.watch().findings()).isEmpty();
        assertThat(audited()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.ACCEPTED);
            assertThat(entry.actor()).contains(SAM);
            assertThat(entry.person()).contains(ADELE);
            assertThat(entry.details()).containsEntry("cause", "[COUNTRY, DISABLED]");
        });
    }

    @Test
    void what_is_asked_for_already_is_not_left_by_it_and_nothing_is_recorded() {
        var unread = new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        store.watch().put(Optional.empty(), new WatchedPerson(ADELE, "Adele Vance", unread, MONDAY));
        var disabled = new WatchFinding(ADELE, "", WatchCause.DISABLED, "", MONDAY, false, Optional.empty());
        store.watch().add(disabled);
        store.watch().told(disabled, Optional.of(new RequestId(1001)));

        assertThat(desk.ignore(SAM, ADELE)).isFalse();
        assertThat(store.watch().findings()).hasSize(1);
        assertThat(audited()).isEmpty();
    }

    @Test
    void who_stopped_the_watch_on_a_group_is_recorded_once() {
        var group =
                WatchedGroup.of(new RequestId(1012), new GroupId("g-sales"), "Sales", new PolicyName("London"), MONDAY);
        store.groups().begin(group, Set.of());

        desk.stop(SAM, group);
        desk.stop(SAM, group);

        assertThat(audited()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo(Action.SETTING);
            assertThat(entry.actor()).contains(SAM);
            assertThat(entry.details())
                    .containsEntry("setting", "watched group")
                    .containsEntry("value", "stopped")
                    .containsEntry("group", "g-sales");
        });
    }
}

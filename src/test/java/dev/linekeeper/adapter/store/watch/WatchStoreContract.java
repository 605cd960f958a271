package dev.linekeeper.adapter.store.watch;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.Standing;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedPerson;
import dev.linekeeper.service.watch.WatchStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for the watch on the directory. */
abstract class WatchStoreContract {
    private static final Standing READ =
            new Standing(Optional.of(true), Optional.of("Sales"), Optional.of("US"), Optional.of(true));
    private static final Standing UNREAD =
            new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    final Clock clock = Clock.fixed(MONDAY, ZoneOffset.UTC);
    private OpenedStore store;

    abstract OpenedStore open();

    @BeforeEach
    void openStore() {
        store = open();
        store.forgetEverything();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private WatchStore watch() {
        return store.watch();
    }

    private static WatchedPerson person(UserId id, Standing standing) {
        return new WatchedPerson(id, "Adele Vance", standing, MONDAY);
    }

    private static WatchFinding finding(UserId id, WatchCause cause, String before) {
        return new WatchFinding(id, "Adele Vance", cause, before, MONDAY, false, Optional.empty());
    }

    @Test
    void the_link_is_replaced_by_the_next_one() {
        assertThat(watch().link()).isEmpty();
        watch().keepLink("first");
        watch().keepLink("second");
        assertThat(watch().link()).contains("second");
    }

    @Test
    void a_person_is_read_as_they_were_stored_and_replaced_only_by_who_saw_that() {
        var before = person(ADELE, UNREAD);
        assertThat(watch().put(Optional.empty(), before)).isTrue();
        assertThat(watch().put(Optional.empty(), person(ADELE, READ)))
                .as("somebody is there")
                .isFalse();
        assertThat(watch().find(ADELE)).contains(before);
        var now = new WatchedPerson(ADELE, "Adele V.", READ, MONDAY.plusSeconds(1));
        assertThat(watch().put(Optional.of(before), now)).isTrue();
        assertThat(watch().put(Optional.of(before), person(ADELE, UNREAD)))
                .as("outdated")
                .isFalse();
        assertThat(watch().find(ADELE)).contains(now);
        assertThat(watch().everybody()).containsExactly(ADELE);
        assertThat(watch().find(KIM)).isEmpty();
    }

    @Test
    void a_finding_is_told_once_and_goes_with_the_person() {
        watch().put(Optional.empty(), person(ADELE, READ));
        var moved = finding(ADELE, WatchCause.COUNTRY, "US");
        watch().add(moved);
        watch().add(finding(ADELE, WatchCause.COUNTRY, "GB"));
        assertThat(watch().findings()).containsExactly(moved).isEqualTo(watch().findings(ADELE));
        assertThat(watch().told(moved, Optional.of(new RequestId(1042)))).isTrue();
        assertThat(watch().told(moved, Optional.empty())).isFalse();
        assertThat(watch().findings(ADELE)).singleElement().satisfies(told -> {
            assertThat(told.told()).isTrue();
            assertThat(told.request()).contains(new RequestId(1042));
        });
        watch().end(ADELE, WatchCause.COUNTRY);
        assertThat(watch().findings()).isEmpty();
        watch().add(finding(ADELE, WatchCause.DELETED, ""));
        watch().forget(ADELE);
        assertThat(watch().findings()).isEmpty();
    }

    @Test
    void who_is_erased_or_was_not_seen_for_long_is_not_kept() {
        watch().put(Optional.empty(), person(ADELE, READ));
        watch().put(Optional.empty(), person(KIM, READ));
        watch().add(finding(ADELE, WatchCause.DISABLED, ""));
        assertThat(store.upkeep().erase(ADELE, Set.of(), "asked", MONDAY).settings())
                .isEqualTo(1);
        assertThat(watch().everybody()).containsExactly(KIM);
        assertThat(watch().findings()).isEmpty();
        store.upkeep().deleteExpired(MONDAY.plus(Duration.ofDays(181)));
        assertThat(watch().everybody()).isEmpty();
    }
}

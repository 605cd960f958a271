package dev.linekeeper.adapter.store.watch;

import static dev.linekeeper.service.requests.Sample.ADELE;
import static dev.linekeeper.service.requests.Sample.KIM;
import static dev.linekeeper.service.requests.Sample.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.watch.WatchedGroups;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do for watched groups. */
abstract class WatchedGroupsContract {
    private static final GroupId SALES = new GroupId("00000000-0000-0000-0000-0000000000aa");
    private static final GroupId FIELD = new GroupId("00000000-0000-0000-0000-0000000000bb");

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

    private WatchedGroups groups() {
        return store.groups();
    }

    private static WatchedGroup list(int number, GroupId group) {
        return WatchedGroup.of(new RequestId(number), group, "Sales", new PolicyName("London"), MONDAY);
    }

    @Test
    void a_group_is_read_as_it_was_stored_and_replaced_only_by_who_saw_that() {
        var before = list(1, SALES).begun();
        groups().begin(before, Set.of(ADELE));
        assertThat(groups().all()).containsExactly(before);
        var after = before.lookedAt(MONDAY, "Sales and field");
        assertThat(groups().replace(before, after, Set.of(), Set.of(KIM))).isTrue();
        assertThat(groups().replace(
                                before, before.lookedAt(MONDAY.plusSeconds(9), ""), Set.of(), Set.of(new UserId("x"))))
                .as("outdated")
                .isFalse();
        assertThat(groups().all()).containsExactly(after);
        assertThat(groups().people(SALES)).isEqualTo(Map.of(ADELE, 0L, KIM, after.look()));
        assertThat(groups().people(FIELD)).isEmpty();
    }

    @Test
    void of_two_lists_the_later_one_stays_once_it_is_enrolled_and_knows_everybody_of_both() {
        groups().begin(list(1, SALES).begun(), Set.of(ADELE));
        groups().begin(list(2, SALES), Set.of(ADELE, KIM));
        groups().begin(list(3, FIELD), Set.of(KIM));
        assertThat(groups().all()).hasSize(3);
        groups().replace(list(2, SALES), list(2, SALES).begun(), Set.of(), Set.of());
        assertThat(groups().all()).containsExactly(list(2, SALES).begun(), list(3, FIELD));
        groups().forget(new RequestId(3));
        assertThat(groups().people(FIELD)).isEmpty();
        assertThat(groups().people(SALES)).containsOnlyKeys(ADELE, KIM);
        assertThat(groups().end(SALES)).isTrue();
        assertThat(groups().end(SALES)).isFalse();
        assertThat(groups().people(SALES)).isEmpty();
    }

    @Test
    void ten_thousand_are_kept_and_who_is_erased_is_not() {
        var many = new HashSet<UserId>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new UserId(UUID.randomUUID().toString()));
        }
        many.add(ADELE);
        groups().begin(list(1, SALES).begun(), many);
        assertThat(groups().people(SALES)).hasSize(10_001);
        assertThat(store.upkeep().erase(ADELE, Set.of(), "asked", MONDAY).settings())
                .isEqualTo(1);
        assertThat(groups().people(SALES)).hasSize(10_000);
    }
}

package dev.linekeeper.adapter.store.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.store.OpenedStore;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.setup.RoleGroupStore.ChosenGroup;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every database has to do for the groups of roles. */
abstract class RoleGroupStoreContract {
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:00.123Z");
    private static final ChosenGroup SALES = new ChosenGroup(new GroupId("sales"), MONDAY);
    private static final ChosenGroup VOICE = new ChosenGroup(new GroupId("voice"), MONDAY.plusSeconds(60));

    abstract OpenedStore open();

    @Test
    void nothing_is_chosen_at_first_and_the_newest_choice_of_each_role_is_kept() {
        try (var store = open()) {
            var groups = store.roleGroups();
            assertThat(groups.chosen()).isEmpty();

            groups.keep(Role.APPROVER, SALES);
            assertThat(groups.chosen()).isEqualTo(Map.of(Role.APPROVER, SALES));

            groups.keep(Role.ADMIN, SALES);
            groups.keep(Role.APPROVER, VOICE);
            assertThat(groups.chosen()).isEqualTo(Map.of(Role.ADMIN, SALES, Role.APPROVER, VOICE));
        }
    }
}

package dev.linekeeper.adapter.store.setup;

import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.service.people.Role;
import dev.linekeeper.service.setup.RoleGroupStore;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row for each role for which a group was chosen. Thread-safe. */
public record JdbcRoleGroupStore(JdbcClient jdbc) implements RoleGroupStore {
    @Override
    public Map<Role, ChosenGroup> chosen() {
        Map<Role, ChosenGroup> chosen = new EnumMap<>(Role.class);
        jdbc.sql("select role, group_id, chosen_at from role_group where group_id is not null")
                .query(row -> {
                    chosen.put(
                            Role.valueOf(row.getString("role")),
                            new ChosenGroup(
                                    new GroupId(row.getString("group_id")),
                                    row.getObject("chosen_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return chosen;
    }

    @Override
    public void keep(Role role, ChosenGroup group) {
        jdbc.sql("update role_group set group_id = ?, chosen_at = ? where role = ?")
                .param(group.group().value())
                .param(group.at().atOffset(ZoneOffset.UTC))
                .param(role.name())
                .update();
    }
}

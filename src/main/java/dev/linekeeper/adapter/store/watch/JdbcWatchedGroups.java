package dev.linekeeper.adapter.store.watch;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.GroupId;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.WatchedGroup;
import dev.linekeeper.service.watch.WatchedGroups;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watched groups in a table, their people in another. Thread-safe. */
public record JdbcWatchedGroups(JdbcTemplate template) implements WatchedGroups {
    private static final int AT_ONCE = 500;

    private JdbcClient jdbc() {
        return JdbcClient.create(template);
    }

    @Override
    public void begin(WatchedGroup group, Set<UserId> listed) {
        jdbc().sql("insert into watched_group (asked, group_id, name, policy, since, is_enrolled, look)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        group.asked().number(),
                        group.group().value(),
                        group.name(),
                        group.policy().value(),
                        group.since().atOffset(ZoneOffset.UTC),
                        group.enrolled(),
                        group.look())
                .update();
        add(group.group(), listed, 0);
    }

    private void add(GroupId group, Set<UserId> people, long told) {
        template.batchUpdate(
                "insert into watched_group_person (group_id, person, told) select ?, ?, cast(? as bigint)"
                        + " where not exists (select 1 from watched_group_person where group_id = ? and person = ?)",
                people,
                AT_ONCE,
                (row, person) -> {
                    row.setString(1, group.value());
                    row.setString(2, person.value());
                    row.setLong(3, told);
                    row.setString(4, group.value());
                    row.setString(5, person.value());
                });
    }

    @Override
    public List<WatchedGroup> all() {
        return jdbc().sql("select * from watched_group order by asked")
                .query((row, _) -> new WatchedGroup(
                        new RequestId(row.getLong("asked")),
                        new GroupId(row.getString("group_id")),
                        row.getString("name"),
                        new PolicyName(row.getString("policy")),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("is_enrolled"),
                        row.getLong("look")))
                .list();
    }

    @Override
    public Map<UserId, Long> people(GroupId group) {
        var people = new HashMap<UserId, Long>();
        jdbc().sql("select person, told from watched_group_person where group_id = ?")
                .param(group.value())
                .query(row -> {
                    people.put(new UserId(row.getString(1)), row.getLong(2));
                });
        return people;
    }

    @Override
    public boolean replace(WatchedGroup before, WatchedGroup after, Set<UserId> known, Set<UserId> told) {
        boolean first = jdbc().sql("update watched_group set name = ?, is_enrolled = ?, look = ?"
                                + " where asked = ? and look = ? and is_enrolled = ?")
                        .params(
                                after.name(),
                                after.enrolled(),
                                after.look(),
                                before.asked().number(),
                                before.look(),
                                before.enrolled())
                        .update()
                == 1;
        if (first) {
            add(after.group(), known, 0);
            add(after.group(), told, after.look());
            if (after.enrolled()) {
                jdbc().sql("delete from watched_group where group_id = ? and asked < ?")
                        .params(after.group().value(), after.asked().number())
                        .update();
            }
        }
        return first;
    }

    @Override
    public void forget(RequestId asked) {
        jdbc().sql("delete from watched_group where asked = ?")
                .param(asked.number())
                .update();
        jdbc().sql("delete from watched_group_person where group_id not in (select group_id from watched_group)")
                .update();
    }

    @Override
    public boolean end(GroupId group) {
        jdbc().sql("delete from watched_group_person where group_id = ?")
                .param(group.value())
                .update();
        return jdbc().sql("delete from watched_group where group_id = ?")
                        .param(group.value())
                        .update()
                > 0;
    }
}

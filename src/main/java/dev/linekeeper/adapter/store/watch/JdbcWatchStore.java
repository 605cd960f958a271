package dev.linekeeper.adapter.store.watch;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.core.watch.Standing;
import dev.linekeeper.core.watch.WatchCause;
import dev.linekeeper.core.watch.WatchFinding;
import dev.linekeeper.core.watch.WatchedPerson;
import dev.linekeeper.service.watch.WatchStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the watch keeps, in three tables. A person who is erased takes what came about with them along. Thread-safe. */
public final class JdbcWatchStore implements WatchStore {
    private static final String FINDINGS =
            "select f.*, p.name from watch_finding f join watched_person p on p.person = f.person";

    private final JdbcClient jdbc;

    public JdbcWatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> link() {
        return jdbc.sql("select link from watch_link where id = 1")
                .query(String.class)
                .optional();
    }

    @Override
    public void keepLink(String link) {
        if (jdbc.sql("update watch_link set link = ? where id = 1").param(link).update() == 0) {
            jdbc.sql("insert into watch_link (id, link) values (1, ?)")
                    .param(link)
                    .update();
        }
    }

    @Override
    public Set<UserId> everybody() {
        return jdbc.sql("select person from watched_person")
                .query((row, _) -> new UserId(row.getString(1)))
                .set();
    }

    @Override
    public Optional<WatchedPerson> find(UserId person) {
        return jdbc.sql("select * from watched_person where person = ?")
                .param(person.value())
                .query(JdbcWatchStore::person)
                .optional();
    }

    private static WatchedPerson person(ResultSet row, int at) throws SQLException {
        return new WatchedPerson(
                new UserId(row.getString("person")),
                row.getString("name"),
                new Standing(
                        Optional.ofNullable(row.getObject("enabled", Boolean.class)),
                        Optional.ofNullable(row.getString("department")),
                        Optional.ofNullable(row.getString("country")),
                        Optional.ofNullable(row.getObject("licensed", Boolean.class))),
                time(row, "seen"));
    }

    @Override
    public boolean put(Optional<WatchedPerson> before, WatchedPerson now) {
        String sql = before.isPresent()
                ? "update watched_person set name = :name, enabled = :enabled, department = :department, country ="
                        + " :country, licensed = :licensed, seen = :seen where person = :person and seen = :old"
                : "insert into watched_person (person, name, enabled, department, country, licensed, seen) select"
                        + " :person, :name, cast(:enabled as boolean), cast(:department as varchar), cast(:country as"
                        + " varchar), cast(:licensed as boolean), cast(:seen as timestamp with time zone) where not"
                        + " exists (select 1 from watched_person where person = :person)";
        var standing = now.standing();
        var statement = jdbc.sql(sql)
                .param("person", now.person().value())
                .param("name", now.name())
                .param("enabled", standing.enabled().orElse(null), Types.BOOLEAN)
                .param("department", standing.department().orElse(null), Types.VARCHAR)
                .param("country", standing.country().orElse(null), Types.VARCHAR)
                .param("licensed", standing.licensed().orElse(null), Types.BOOLEAN)
                .param("seen", column(now.seen()));
        return before.map(old -> statement.param("old", column(old.seen())))
                        .orElse(statement)
                        .update()
                == 1;
    }

    @Override
    public void forget(UserId person) {
        jdbc.sql("delete from watched_person where person = ?")
                .param(person.value())
                .update();
    }

    @Override
    public void add(WatchFinding finding) {
        jdbc.sql("insert into watch_finding (person, cause, earlier, since, told)"
                        + " select :person, :cause, :earlier, cast(:since as timestamp with time zone), false"
                        + " where not exists (select 1 from watch_finding where person = :person and cause = :cause)")
                .param("person", finding.person().value())
                .param("cause", finding.cause().name())
                .param("earlier", finding.before())
                .param("since", column(finding.since()))
                .update();
    }

    @Override
    public List<WatchFinding> findings() {
        return jdbc.sql(FINDINGS + " order by f.since, f.person, f.cause")
                .query(JdbcWatchStore::finding)
                .list();
    }

    @Override
    public List<WatchFinding> findings(UserId person) {
        return jdbc.sql(FINDINGS + " where f.person = ? order by f.cause")
                .param(person.value())
                .query(JdbcWatchStore::finding)
                .list();
    }

    private static WatchFinding finding(ResultSet row, int at) throws SQLException {
        return new WatchFinding(
                new UserId(row.getString("person")),
                row.getString("name"),
                WatchCause.valueOf(row.getString("cause")),
                row.getString("earlier"),
                time(row, "since"),
                row.getBoolean("told"),
                Optional.ofNullable(row.getObject("request", Long.class)).map(RequestId::new));
    }

    @Override
    public boolean told(WatchFinding finding, Optional<RequestId> request) {
        return jdbc.sql("update watch_finding set told = true, request = :request"
                                + " where person = :person and cause = :cause and since = :since and not told")
                        .param("request", request.map(RequestId::number).orElse(null), Types.BIGINT)
                        .param("person", finding.person().value())
                        .param("cause", finding.cause().name())
                        .param("since", column(finding.since()))
                        .update()
                == 1;
    }

    @Override
    public void end(UserId person, WatchCause cause) {
        jdbc.sql("delete from watch_finding where person = ? and cause = ?")
                .params(person.value(), cause.name())
                .update();
    }

    private static OffsetDateTime column(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }
}

package dev.linekeeper.adapter.store.drift;

import dev.linekeeper.core.drift.DriftFinding;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.drift.DriftPerson;
import dev.linekeeper.service.drift.DriftStore;
import dev.linekeeper.service.drift.NewVersion;
import dev.linekeeper.service.drift.StoredDrift;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drifts in a table, their people in another. Thread-safe. */
public record JdbcDriftStore(JdbcTemplate template, DriftJson json, BatchStore numbers, Transactions transactions)
        implements DriftStore {
    private static final int AT_ONCE = 500;
    private static final String ALL =
            "select d.*, (select count(*) from drift_person p where p.drift = d.number) as people,"
                    + " (select count(*) from drift_person p where p.drift = d.number and not p.is_back) as people_left"
                    + " from drift d";

    private JdbcClient jdbc() {
        return JdbcClient.create(template);
    }

    private DriftRows rows() {
        return new DriftRows(json);
    }

    @Override
    public List<NewVersion> newVersions(Optional<NewVersion> after, int limit) {
        String further = after.map(_ -> " and (first_seen, person, number) > (:seen, :person, :number)")
                .orElse("");
        var query = jdbc().sql("select person, number, first_seen from settings_version where looked = false" + further
                + " order by first_seen, person, number limit " + limit);
        return after.map(it -> query.param("seen", column(it.since()))
                        .param("person", it.person().value())
                        .param("number", it.number()))
                .orElse(query)
                .query((row, _) -> new NewVersion(
                        new UserId(row.getString(1)),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public boolean looked(List<NewVersion> versions) {
        return Arrays.stream(template.batchUpdate(
                                "update settings_version set looked = true where person = ? and number = ? and looked"
                                        + " = false",
                                versions.stream()
                                        .map(it -> new Object[] {it.person().value(), it.number()})
                                        .toList()))
                        .sum()
                == versions.size();
    }

    @Override
    public StoredDrift add(Function<RequestId, DriftFinding> made, Instant now) {
        return transactions.run(() -> {
            DriftFinding drift = made.apply(numbers.next(1));
            jdbc().sql("insert into drift (number, version, cause, is_open, told, by_person, moved_at, state, body)"
                            + " values (?, 1, ?, ?, false, null, ?, ?, ?)")
                    .params(
                            drift.id().number(),
                            drift.cause().key(),
                            drift.state().isOpen(),
                            column(now),
                            rows().state(drift),
                            rows().body(drift))
                    .update();
            return new StoredDrift(drift, 1, 0, 0);
        });
    }

    @Override
    public Optional<StoredDrift> find(RequestId id) {
        return drifts(" where number = ?", id.number()).stream().findFirst();
    }

    @Override
    public List<StoredDrift> ofCause(String key) {
        return drifts(" where cause = ? order by number desc limit 20", key);
    }

    @Override
    public List<StoredDrift> open() {
        return drifts(" where is_open order by number desc");
    }

    @Override
    public List<StoredDrift> between(RequestId first, RequestId last) {
        return drifts(" where number between ? and ? order by number", first.number(), last.number());
    }

    private List<StoredDrift> drifts(String which, Object... values) {
        return jdbc().sql(ALL + which)
                .params(values)
                .query((row, _) -> rows().drift(row))
                .list();
    }

    @Override
    public Optional<StoredDrift> replace(StoredDrift before, DriftFinding after, Instant now) {
        int updated = jdbc().sql(
                        "update drift set version = version + 1, is_open = :open, by_person = :by, moved_at = :now,"
                                + " state = :state, body = :body where number = :number and version = :version")
                .param("open", after.state().isOpen())
                .param("by", after.state().by().map(UserId::value).orElse(null), Types.VARCHAR)
                .param("now", column(now))
                .param("state", rows().state(after))
                .param("body", rows().body(after))
                .param("number", after.id().number())
                .param("version", before.version())
                .update();
        return updated == 0
                ? Optional.empty()
                : Optional.of(new StoredDrift(after, before.version() + 1, before.people(), before.left()));
    }

    @Override
    public void put(RequestId id, List<DriftPerson> people) {
        transactions.run(() -> {
            template.batchUpdate(
                    "delete from drift_person where drift = ? and person = ?",
                    people.stream()
                            .map(it -> new Object[] {id.number(), it.person().value()})
                            .toList());
            return template.batchUpdate(
                    "insert into drift_person (drift, person, is_back, cannot, body) values (?, ?, ?, null, ?)",
                    people,
                    AT_ONCE,
                    (row, it) -> {
                        row.setLong(1, id.number());
                        row.setString(2, it.person().value());
                        row.setBoolean(3, it.back());
                        row.setString(4, rows().body(it));
                    });
        });
    }

    @Override
    public List<DriftPerson> people(RequestId id, int from, int limit) {
        return jdbc().sql(
                        "select * from drift_person where drift = ? order by person offset %d rows fetch first %d rows only"
                                .formatted(from, limit))
                .param(id.number())
                .query((row, _) -> rows().person(row))
                .list();
    }

    @Override
    public Map<UserId, DriftPerson> people(RequestId id, Set<UserId> some) {
        return some.isEmpty()
                ? Map.of()
                : jdbc()
                        .sql("select * from drift_person where drift = :drift and person in (:some)")
                        .param("drift", id.number())
                        .param("some", values(some))
                        .query((row, _) -> rows().person(row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(DriftPerson::person, Function.identity()));
    }

    @Override
    public Map<UserId, List<RequestId>> openOf(Set<UserId> people) {
        var open = new HashMap<UserId, List<RequestId>>();
        if (!people.isEmpty()) {
            jdbc().sql("select p.person, p.drift from drift_person p join drift d on d.number = p.drift"
                            + " where p.person in (:people) and not p.is_back and d.is_open")
                    .param("people", values(people))
                    .query(row -> {
                        open.computeIfAbsent(new UserId(row.getString(1)), _ -> new ArrayList<>())
                                .add(new RequestId(row.getLong(2)));
                    });
        }
        return open;
    }

    private static List<String> values(Collection<UserId> people) {
        return people.stream().map(UserId::value).toList();
    }

    @Override
    public void back(RequestId id, Collection<UserId> people) {
        template.batchUpdate(
                "update drift_person set is_back = true where drift = ? and person = ?",
                people.stream()
                        .map(it -> new Object[] {id.number(), it.value()})
                        .toList());
    }

    @Override
    public void judged(RequestId id, Map<UserId, Explanation> cannot) {
        transactions.run(() -> {
            jdbc().sql("update drift_person set cannot = null where drift = ?")
                    .param(id.number())
                    .update();
            return template.batchUpdate(
                    "update drift_person set cannot = ? where drift = ? and person = ?",
                    cannot.entrySet().stream()
                            .map(it -> new Object[] {
                                json.write(it.getValue()),
                                id.number(),
                                it.getKey().value()
                            })
                            .toList());
        });
    }

    @Override
    public List<RequestId> untold() {
        return jdbc().sql("select number from drift where is_open and not told order by number")
                .query((row, _) -> new RequestId(row.getLong(1)))
                .list();
    }

    @Override
    public void told(List<RequestId> drifts) {
        template.batchUpdate(
                "update drift set told = true where number = ?",
                drifts.stream().map(it -> new Object[] {it.number()}).toList());
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

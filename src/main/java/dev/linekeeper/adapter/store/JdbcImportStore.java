package dev.linekeeper.adapter.store;

import dev.linekeeper.core.bulk.GivenRows;
import dev.linekeeper.core.bulk.JudgedRow;
import dev.linekeeper.core.bulk.PeopleImport;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.imports.ImportStore;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports in a table, their judged rows in another. Thread-safe. */
record JdbcImportStore(JdbcTemplate template, StoreJson json, BatchStore numbers, Transactions transactions)
        implements ImportStore {
    private static final int AT_ONCE = 500;
    private static final String ROWS_OF =
            "delete from people_import_row where import in (select number from people_import where ";

    private JdbcClient jdbc() {
        return JdbcClient.create(template);
    }

    @Override
    public StoredImport add(Optional<String> message, Function<RequestId, PeopleImport> made, GivenRows rows) {
        return transactions.run(() -> {
            PeopleImport list = made.apply(numbers.next(1));
            jdbc().sql("insert into people_import (number, version, owner, created_at, expires, done, given, body,"
                            + " message) values (?, 1, ?, ?, ?, 0, ?, ?, ?)")
                    .params(
                            list.id().number(),
                            list.owner().value(),
                            SqlTime.column(list.created()),
                            SqlTime.column(list.expires()),
                            json.write(rows),
                            json.write(list))
                    .param(message.orElse(null))
                    .update();
            return new StoredImport(list, 1, 0);
        });
    }

    @Override
    public Optional<StoredImport> takenFrom(String message) {
        return one("message = ?", message);
    }

    @Override
    public Optional<StoredImport> find(RequestId id) {
        return one("number = ?", id.number());
    }

    private Optional<StoredImport> one(String where, Object value) {
        return jdbc().sql("select version, done, body from people_import where " + where)
                .param(value)
                .query((row, _) -> new StoredImport(
                        json.read(row.getString("body"), PeopleImport.class),
                        row.getLong("version"),
                        row.getInt("done")))
                .optional();
    }

    @Override
    public List<PeopleImport> of(UserId owner, int limit) {
        return jdbc().sql("select body from people_import where owner = ? order by number desc limit " + limit)
                .param(owner.value())
                .query((row, _) -> json.read(row.getString(1), PeopleImport.class))
                .list();
    }

    @Override
    public GivenRows given(RequestId id) {
        return jdbc().sql("select given from people_import where number = ? and given is not null")
                .param(id.number())
                .query((row, _) -> json.read(row.getString(1), GivenRows.class))
                .optional()
                .orElse(GivenRows.NONE);
    }

    @Override
    public Optional<StoredImport> replace(StoredImport before, PeopleImport after) {
        int updated = jdbc().sql("update people_import set version = version + 1, done = 0, body = ?"
                        + " where number = ? and version = ?")
                .params(json.write(after), after.id().number(), before.version())
                .update();
        return updated == 0 ? Optional.empty() : Optional.of(new StoredImport(after, before.version() + 1, 0));
    }

    @Override
    public Optional<StoredImport> replace(StoredImport before, PeopleImport after, List<JudgedRow> rows) {
        return transactions.run(() -> {
            Optional<StoredImport> now = replace(before, after);
            if (now.isPresent()) {
                deleteRows(after.id());
                insert(after.id(), rows);
            }
            return now;
        });
    }

    private void insert(RequestId id, List<JudgedRow> rows) {
        template.batchUpdate(
                "insert into people_import_row (import, place, given, person, body) values (?, ?, ?, ?, ?)",
                IntStream.range(0, rows.size()).boxed().toList(),
                AT_ONCE,
                (row, place) -> {
                    JudgedRow judged = rows.get(place);
                    row.setLong(1, id.number());
                    row.setInt(2, place);
                    row.setString(3, judged.row().given().toLowerCase(Locale.ROOT));
                    row.setString(4, judged.person().map(UserId::value).orElse(null));
                    row.setString(5, json.write(judged));
                });
    }

    @Override
    public boolean reached(StoredImport at, int done) {
        return jdbc().sql("update people_import set done = ? where number = ? and version = ?")
                        .params(done, at.list().id().number(), at.version())
                        .update()
                == 1;
    }

    @Override
    public List<JudgedRow> rows(RequestId id, int from, int limit) {
        return jdbc().sql("select body from people_import_row where import = ? and place >= ? order by place limit "
                        + limit)
                .params(id.number(), from)
                .query((row, _) -> json.read(row.getString(1), JudgedRow.class))
                .list();
    }

    @Override
    public void forget(RequestId id) {
        transactions.run(() -> {
            deleteRows(id);
            return jdbc().sql("update people_import set given = null where number = ?")
                    .param(id.number())
                    .update();
        });
    }

    private void deleteRows(RequestId id) {
        jdbc().sql("delete from people_import_row where import = ?")
                .param(id.number())
                .update();
    }

    /** Forgets rows of imports that are over, and imports that were given before {@code limit}. */
    int deleteOlder(Instant now, Instant limit) {
        int rows =
                jdbc().sql(ROWS_OF + "expires <= ?)").param(SqlTime.column(now)).update();
        jdbc().sql("update people_import set given = null where expires <= ? and given is not null")
                .param(SqlTime.column(now))
                .update();
        return rows
                + jdbc().sql("delete from people_import where created_at < ? and expires <= ?")
                        .params(SqlTime.column(limit), SqlTime.column(now))
                        .update();
    }

    /** Erases what somebody gave, and the rows that name them: by who was found, or as they were written. */
    int erase(UserId person, Set<String> names) {
        jdbc().sql(ROWS_OF + "owner = ?)").param(person.value()).update();
        int erased = jdbc().sql("delete from people_import where owner = ?")
                .param(person.value())
                .update();
        Set<String> written = Stream.concat(names.stream(), Stream.of(person.value()))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        erased += jdbc().sql("delete from people_import_row where person = :who or given in (:names)")
                .param("who", person.value())
                .param("names", written)
                .update();
        jdbc().sql("select number, given from people_import where given is not null")
                .query((row, _) -> new Given(row.getLong(1), json.read(row.getString(2), GivenRows.class)))
                .list()
                .forEach(given -> write(given, written));
        return erased;
    }

    private record Given(long number, GivenRows rows) {}

    private void write(Given given, Set<String> names) {
        var left = new GivenRows(
                given.rows().rows().stream()
                        .filter(row -> !names.contains(row.given().strip().toLowerCase(Locale.ROOT)))
                        .toList(),
                without(given.rows().refused(), names));
        if (!left.equals(given.rows())) {
            jdbc().sql("update people_import set given = ? where number = ?")
                    .params(json.write(left), given.number())
                    .update();
        }
    }

    private static List<JudgedRow> without(List<JudgedRow> rows, Set<String> names) {
        return rows.stream()
                .filter(judged -> !names.contains(judged.row().given().strip().toLowerCase(Locale.ROOT)))
                .toList();
    }
}

package dev.linekeeper.adapter.store;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.history.SettingsHistory;
import dev.linekeeper.settings.LinekeeperProperties;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions of people's settings in a table. Thread-safe. */
final class JdbcSettingsHistory implements SettingsHistory {
    private static final String ALL = "select * from settings_version where person = ? order by number";

    private final JdbcClient jdbc;
    private final JdbcTransactions transactions;
    private final StoreJson json;
    private final int most;

    @Autowired
    JdbcSettingsHistory(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json, LinekeeperProperties settings) {
        this(jdbc, transactions, json, settings.history().versions());
    }

    /** Keeps at most {@code most} versions of a person. */
    JdbcSettingsHistory(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json, int most) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.most = most;
    }

    @Override
    public List<SettingsVersion> of(UserId person) {
        return jdbc.sql(ALL).param(person.value()).query(this::version).list();
    }

    @Override
    public Map<UserId, List<SettingsVersion>> of(Set<UserId> people) {
        return people.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from settings_version where person in (:people) order by person, number")
                        .param("people", people.stream().map(UserId::value).toList())
                        .query(this::version)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(SettingsVersion::person));
    }

    @Override
    public Optional<SettingsVersion> latest(UserId person) {
        return jdbc.sql(ALL + " desc limit 1")
                .param(person.value())
                .query(this::version)
                .optional();
    }

    private SettingsVersion version(ResultSet row, int at) throws SQLException {
        return new SettingsVersion(
                new UserId(row.getString("person")),
                row.getInt("number"),
                json.read(row.getString("body"), PersonSettings.class),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("request", Long.class)).map(RequestId::new));
    }

    @Override
    public boolean add(SettingsVersion version) {
        try {
            return transactions.nested(() -> {
                jdbc.sql("insert into settings_version (person, number, first_seen, last_seen, request, body)"
                                + " values (:person, :number, :first, :last, :request, :body)")
                        .param("person", version.person().value())
                        .param("number", version.number())
                        .param("first", SqlTime.column(version.since()))
                        .param("last", SqlTime.column(version.until()))
                        .param(
                                "request",
                                version.request().map(RequestId::number).orElse(null),
                                Types.BIGINT)
                        .param("body", json.write(version.settings()))
                        .update();
                if (version.number() > most) {
                    jdbc.sql("delete from settings_version where person = ? and number <= ?")
                            .params(version.person().value(), version.number() - most)
                            .update();
                }
                return true;
            });
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public void seenAgain(SettingsVersion version, Instant at) {
        jdbc.sql("update settings_version set last_seen = ? where person = ? and number = ? and last_seen < ?")
                .params(SqlTime.column(at), version.person().value(), version.number(), SqlTime.column(at))
                .update();
    }

    /** Deletes what was seen last before then. */
    int deleteOlder(Instant limit) {
        return jdbc.sql("delete from settings_version where last_seen < ?")
                .param(SqlTime.column(limit))
                .update();
    }

    /** Deletes what is kept of a person. */
    int erase(UserId person) {
        return jdbc.sql("delete from settings_version where person = ?")
                .param(person.value())
                .update();
    }
}

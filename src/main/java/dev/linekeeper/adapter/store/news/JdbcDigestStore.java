package dev.linekeeper.adapter.store.news;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.digest.DigestFigures;
import dev.linekeeper.service.digest.DigestFigures.WaitingRequest;
import dev.linekeeper.service.digest.DigestStore;
import dev.linekeeper.service.requests.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Digests in a table, what stops people in another. Thread-safe. */
public record JdbcDigestStore(JdbcClient jdbc, Transactions transactions) implements DigestStore {
    /** A year, and as many again. */
    private static final int KEPT = 104;

    @Override
    public boolean add(DigestFigures figures) {
        return transactions.run(() -> {
            boolean isFirst = insert(figures) == 1;
            if (isFirst) {
                figures.rules()
                        .forEach((rule, people) -> jdbc.sql(
                                        "insert into digest_rule (digest_day, rule, people) values (?, ?, ?)")
                                .params(figures.day(), rule, people)
                                .update());
                until(figures.day(), KEPT + 1).stream().skip(KEPT).forEach(this::forget);
            }
            return isFirst;
        });
    }

    /** Whoever comes second waits for the first here: the counter of requests is locked until the first is committed. */
    private int insert(DigestFigures figures) {
        jdbc.sql("update request_counter set latest = latest where id = 1").update();
        return jdbc.sql("insert into digest (digest_day, taken_at, ready, broken, not_known, waiting, oldest,"
            + " oldest_since, drift, no_account) select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from"
            + " digest where digest_day = ?)")
                .param(1, figures.day())
                .param(2, figures.taken().atOffset(ZoneOffset.UTC))
                .param(3, figures.ready())
                .param(4, figures.broken())
                .param(5, figures.unknown())
                .param(6, figures.waiting())
                .param(7, figures.oldest().map(it -> it.id().number()).orElse(null), java.sql.Types.BIGINT)
                .param(
                        8,
                        figures.oldest()
                                .map(it -> it.since().atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param(9, figures.drift().isPresent() ? figures.drift().getAsInt() : null, java.sql.Types.INTEGER)
                .param(10, figures.withoutAccount())
                .param(11, figures.day())
                .update();
    }

    private void forget(DigestFigures old) {
        jdbc.sql("delete from digest_rule where digest_day <= ?")
                .param(old.day())
                .update();
        jdbc.sql("delete from digest where digest_day <= ?").param(old.day()).update();
    }

    @Override
    public List<DigestFigures> until(LocalDate day, int limit) {
        return jdbc.sql("select * from digest where digest_day <= ? order by digest_day desc limit " + limit)
                .param(day)
                .query((row, _) -> read(row))
                .list();
    }

    private DigestFigures read(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("digest_day", LocalDate.class);
        Optional<OffsetDateTime> since = Optional.ofNullable(row.getObject("oldest_since", OffsetDateTime.class));
        RequestId oldest = new RequestId(Math.max(1, row.getLong("oldest")));
        int drift = row.getInt("drift");
        return new DigestFigures(
                day,
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getInt("ready"),
                row.getInt("broken"),
                row.getInt("not_known"),
                row.getInt("no_account"),
                rules(day),
                row.getInt("waiting"),
                since.map(at -> new WaitingRequest(oldest, at.toInstant())),
                row.getObject("drift") == null ? OptionalInt.empty() : OptionalInt.of(drift));
    }

    private Map<String, Integer> rules(LocalDate day) {
        var rules = new HashMap<String, Integer>();
        jdbc.sql("select rule, people from digest_rule where digest_day = ?")
                .param(day)
                .query(row -> {
                    rules.put(row.getString(1), row.getInt(2));
                });
        return rules;
    }
}

package dev.linekeeper.adapter.store.news;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.service.digest.NewsItem;
import dev.linekeeper.service.digest.NewsStore;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.Transactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** News in a table; its numbers are those of requests. Thread-safe. */
public record JdbcNewsStore(JdbcClient jdbc, BatchStore numbers, Transactions transactions) implements NewsStore {
    private static final String THIS = " where kind = ? and subject = ?";

    /** Whoever takes a number waits for others who did until these are committed, so that nobody adds the same. */
    @Override
    public Optional<NewsItem> add(String kind, String subject, Instant now) {
        return find(THIS, kind, subject).isPresent()
                ? Optional.empty()
                : transactions.run(() -> {
                    RequestId number = numbers.next(1);
                    int added = jdbc.sql("insert into news (number, version, kind, subject, posted_at) select ?, 1,"
                                    + " ?, ?, ? where not exists (select 1 from news" + THIS + ")")
                            .params(number.number(), kind, subject, now.atOffset(ZoneOffset.UTC), kind, subject)
                            .update();
                    return Optional.of(new NewsItem(number, 1, kind, subject, now))
                            .filter(_ -> added == 1);
                });
    }

    @Override
    public Optional<NewsItem> change(String kind, String subject) {
        return transactions.run(() -> {
            jdbc.sql("update news set version = version + 1" + THIS)
                    .params(kind, subject)
                    .update();
            return find(THIS, kind, subject);
        });
    }

    @Override
    public Optional<NewsItem> find(RequestId number) {
        return find(" where number = ?", number.number());
    }

    private Optional<NewsItem> find(String condition, Object... values) {
        return jdbc.sql("select * from news" + condition)
                .params(values)
                .query((row, _) -> new NewsItem(
                        new RequestId(row.getLong("number")),
                        row.getLong("version"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getObject("posted_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}

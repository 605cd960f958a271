package dev.linekeeper.adapter.store.audit;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.audit.AuditSelection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads records in order, page by page, so that neither they nor a transaction are held for long. */
record ChainPages(JdbcClient jdbc) {
    private static final int PAGE = 500;

    @FunctionalInterface
    interface RowUse {
        void on(ResultSet row) throws SQLException;
    }

    /** The records after one number up to another, that one included. */
    void between(long after, long last, RowUse use) {
        each("number <= :last", Map.of("last", last), after, use);
    }

    void each(AuditSelection wanted, RowUse use) {
        var parameters = new HashMap<String, Object>();
        var where = new StringBuilder("true");
        wanted.from().ifPresent(from -> {
            parameters.put("from", from.atOffset(ZoneOffset.UTC));
            where.append(" and at >= :from");
        });
        wanted.to().ifPresent(to -> {
            parameters.put("to", to.atOffset(ZoneOffset.UTC));
            where.append(" and at < :to");
        });
        wanted.person().map(UserId::value).ifPresent(person -> {
            parameters.put("person", person);
            where.append(" and (person = :person or actor = :person)");
        });
        wanted.request().map(RequestId::number).ifPresent(request -> {
            parameters.put("request", request);
            where.append(" and request = :request");
        });
        each(where.toString(), parameters, 0, use);
    }

    private void each(String condition, Map<String, ?> parameters, long first, RowUse use) {
        long after = first;
        while (true) {
            List<Long> page = jdbc.sql("%swhere %s and number > :after order by number limit %d"
                            .formatted(AuditRows.COLUMNS, condition, PAGE))
                    .params(parameters)
                    .param("after", after)
                    .query((row, _) -> {
                        use.on(row);
                        return row.getLong("number");
                    })
                    .list();
            if (page.isEmpty()) {
                return;
            }
            after = page.getLast();
        }
    }
}

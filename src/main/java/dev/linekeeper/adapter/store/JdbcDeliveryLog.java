package dev.linekeeper.adapter.store;

import dev.linekeeper.chat.DeliveryLog;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ids of activities, and those that are still to be answered. Thread-safe. */
final class JdbcDeliveryLog implements DeliveryLog {
    /** How many of those that nobody is at are looked at together. */
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final JdbcTransactions transactions;

    /** Ids of which this process knows that they are kept; another replica's are found by {@link #abandoned} when they are due. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    JdbcDeliveryLog(JdbcClient jdbc, JdbcTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public DeliveryState begin(String id, Instant now, Instant deadBefore) {
        try {
            transactions.nested(() -> jdbc.sql("insert into seen_activity (id, at, answered) values (?, ?, false)")
                    .params(id, SqlTime.column(now))
                    .update());
            return DeliveryState.FIRST;
        } catch (DuplicateKeyException repeated) {
            int takenOver = jdbc.sql("update seen_activity set at = ? where id = ? and not answered and at < ?")
                    .params(SqlTime.column(now), id, SqlTime.column(deadBefore))
                    .update();
            return takenOver == 1 ? DeliveryState.FIRST : state(id);
        }
    }

    private DeliveryState state(String id) {
        return isAnswered(id) ? DeliveryState.ANSWERED : DeliveryState.UNDER_WAY;
    }

    boolean isAnswered(String id) {
        return jdbc.sql("select answered from seen_activity where id = ?")
                .param(id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public void renew(String id, Instant now) {
        jdbc.sql("update seen_activity set at = ? where id = ? and not answered")
                .params(SqlTime.column(now), id)
                .update();
    }

    @Override
    public void answered(String id, Instant now) {
        noteAnswered(id, now, "update seen_activity set at = ?, answered = true where id = ?");
    }

    /** Has {@code sql}, with the time and the id, note that it was answered; in one statement where nothing was kept. */
    void noteAnswered(String id, Instant now, String sql) {
        if (!kept.remove(id)) {
            jdbc.sql(sql).params(SqlTime.column(now), id).update();
            return;
        }
        transactions.run(() -> {
            jdbc.sql(sql).params(SqlTime.column(now), id).update();
            return jdbc.sql("delete from kept_activity where id = ?").param(id).update();
        });
    }

    @Override
    public void unanswered(String id) {
        jdbc.sql("delete from seen_activity where id = ? and not answered")
                .param(id)
                .update();
    }

    @Override
    public void forget(String id) {
        jdbc.sql("delete from seen_activity where id = ?").param(id).update();
    }

    @Override
    public void keep(KeptActivity activity, Instant due) {
        kept.add(activity.id());
        transactions.run(() -> {
            if (putOff(activity.id(), due) > 0) {
                return 1;
            }
            try {
                return transactions.nested(
                        () -> jdbc.sql("insert into kept_activity (id, activity, service_url, since, due)"
                                        + " values (?, ?, ?, ?, ?)")
                                .params(
                                        activity.id(),
                                        activity.activity(),
                                        activity.serviceUrl(),
                                        SqlTime.column(activity.since()),
                                        SqlTime.column(due))
                                .update());
            } catch (DuplicateKeyException rival) {
                return putOff(activity.id(), due);
            }
        });
    }

    private int putOff(String id, Instant due) {
        return jdbc.sql("update kept_activity set due = ? where id = ?")
                .params(SqlTime.column(due), id)
                .update();
    }

    /** One that was answered in between, as its answer and the note to keep it crossed, counts as one that nobody is at. */
    @Override
    public List<KeptActivity> abandoned(Instant now, Instant deadBefore) {
        List<KeptActivity> found = jdbc.sql(
                        "select kept.* from kept_activity kept left join seen_activity seen on seen.id = kept.id"
                                + " where kept.due <= ? and (seen.id is null or seen.answered or seen.at < ?)"
                                + " order by kept.since limit " + AT_ONCE)
                .params(SqlTime.column(now), SqlTime.column(deadBefore))
                .query((row, _) -> new KeptActivity(
                        row.getString("id"),
                        row.getString("activity"),
                        row.getString("service_url"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
        found.forEach(activity -> kept.add(activity.id()));
        return found;
    }
}

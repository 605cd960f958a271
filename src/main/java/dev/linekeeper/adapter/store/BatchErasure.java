package dev.linekeeper.adapter.store;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes batches that are no longer needed, and erases people from those that stay. Their members are requests. */
record BatchErasure(JdbcClient jdbc, StoreJson json) {
    /** Deletes batches asked for before then of whose members none is left. */
    int deleteOlder(Instant limit) {
        return jdbc.sql("delete from batch where asked_at < ?"
                        + " and not exists (select 1 from request where request.batch = batch.number)")
                .param(SqlTime.column(limit))
                .update();
    }

    /** Erases somebody: what they asked for and is finished, and that they were left out of others. */
    int erase(UserId person) {
        jdbc.sql("select body from batch where body like ?")
                .param("%" + person.value() + "%")
                .query((row, _) -> json.read(row.getString("body"), Batch.class))
                .list()
                .forEach(batch -> write(batch.without(person)));
        return jdbc.sql("delete from batch where requester = ? and not exists"
                        + " (select 1 from request where request.batch = batch.number and open_person is not null)")
                .param(person.value())
                .update();
    }

    private void write(Batch batch) {
        jdbc.sql("update batch set body = ? where number = ?")
                .params(json.write(batch), batch.id().number())
                .update();
    }
}

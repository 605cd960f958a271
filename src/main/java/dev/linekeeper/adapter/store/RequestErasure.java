package dev.linekeeper.adapter.store;

import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes requests and batches that are no longer needed, and erases people from those that stay. */
record RequestErasure(JdbcClient jdbc, StoreJson json) {
    /**
     * What somebody has until a day, where that is to come or the job that ends it waits still. All that the person has until a day
     * belongs to it: the first says what is taken back, the last says when.
     */
    private static final String ENDS =
            "request.state = 'Completed' and request.ends_at is not null and exists (select 1 from request ending"
                + " where ending.person = request.person and ending.state = 'Completed' and (ending.ends_at > :now or"
                + " exists (select 1 from scheduled_tasks where task_name = 'end-request' and task_instance like"
                + " concat(coalesce(ending.batch, ending.number), '/%'))))";

    /** Deletes batches asked for before then of whose members none is left. */
    int deleteOlder(Instant limit) {
        return jdbc.sql("delete from batch where asked_at < ?"
                        + " and not exists (select 1 from request where request.batch = batch.number)")
                .param(SqlTime.column(limit))
                .update();
    }

    /** What the person has until a day that is to come. */
    List<RequestId> endsToCome(UserId person, Instant now) {
        return ends("person", person, now).map(Request::id).toList();
    }

    /** Erases somebody: what they asked for and is finished, that they were left out of others, and that they asked for what has still to end. */
    int erase(UserId person, Instant now) {
        ends("requester", person, now).map(Request.Completed.class::cast).forEach(this::writeWithoutRequester);
        String finished =
                "(select number from request where open_person is null and (person = :who or requester = :who)"
                        + " and not (" + ENDS + "))";
        delete("delete from request_version where number in " + finished, person, now);
        return delete("delete from request where number in " + finished, person, now) + eraseBatches(person);
    }

    private Stream<Request> ends(String whose, UserId person, Instant now) {
        return jdbc
                .sql("select body from request where %s = :who and %s order by number".formatted(whose, ENDS))
                .param("who", person.value())
                .param("now", SqlTime.column(now))
                .query((row, _) -> json.read(row.getString("body"), Request.class))
                .list()
                .stream()
                .filter(request -> !request.terms().rehearsal());
    }

    private void writeWithoutRequester(Request.Completed it) {
        var nobodys = new Request.Completed(
                it.terms().withoutRequester(), it.approvals(), it.startedAt(), it.done(), it.proof());
        jdbc.sql("delete from request_version where number = ?")
                .param(it.id().number())
                .update();
        jdbc.sql("update request set requester = ?, body = ? where number = ?")
                .params(UserId.LINEKEEPER.value(), json.write(nobodys), it.id().number())
                .update();
    }

    private int eraseBatches(UserId person) {
        bodies("body like ?", "%" + person.value() + "%").forEach(batch -> write(batch.without(person)));
        int deleted = jdbc.sql("delete from batch where requester = ? and not exists (select 1 from request where"
                        + " request.batch = batch.number and (open_person is not null or requester = ?))")
                .params(person.value(), UserId.LINEKEEPER.value())
                .update();
        bodies(
                        "requester = ? and not exists (select 1 from request where request.batch = batch.number and"
                                + " open_person is not null)",
                        person.value())
                .forEach(batch -> write(batch.withoutRequester()));
        return deleted;
    }

    private List<Batch> bodies(String which, String parameter) {
        return jdbc.sql("select body from batch where " + which)
                .param(parameter)
                .query((row, _) -> json.read(row.getString("body"), Batch.class))
                .list();
    }

    private void write(Batch batch) {
        jdbc.sql("update batch set requester = ?, body = ? where number = ?")
                .params(
                        batch.terms().requester().value(),
                        json.write(batch),
                        batch.id().number())
                .update();
    }

    private int delete(String sql, UserId person, Instant now) {
        return jdbc.sql(sql)
                .param("who", person.value())
                .param("now", SqlTime.column(now))
                .update();
    }
}

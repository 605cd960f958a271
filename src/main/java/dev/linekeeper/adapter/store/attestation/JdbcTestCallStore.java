package dev.linekeeper.adapter.store.attestation;

import dev.linekeeper.core.attestation.TestCallTask;
import dev.linekeeper.core.attestation.TestCallTask.TestCallOutcome;
import dev.linekeeper.core.attestation.TestCallTask.TestCallReport;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.AnyCase;
import dev.linekeeper.core.tenant.PolicyName;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.attestation.TestCallStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Test calls in a table. Thread-safe. */
public record JdbcTestCallStore(JdbcClient jdbc) implements TestCallStore {
    @Override
    public List<TestCallTask> latest(int limit) {
        return jdbc.sql("select * from test_call order by number desc limit ?")
                .param(limit)
                .query(JdbcTestCallStore::call)
                .list();
    }

    @Override
    public List<TestCallTask> of(PolicyName policy) {
        return jdbc.sql("select * from test_call where policy = ? order by number desc")
                .param(AnyCase.folded(policy.value()))
                .query(JdbcTestCallStore::call)
                .list();
    }

    @Override
    public Optional<TestCallTask> find(RequestId id) {
        return jdbc.sql("select * from test_call where number = ?")
                .param(id.number())
                .query(JdbcTestCallStore::call)
                .optional();
    }

    @Override
    public void add(TestCallTask call) {
        jdbc.sql("insert into test_call (number, policy, name, place, is_echo, asked_by, asked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        call.id().number(),
                        AnyCase.folded(call.policy().value()),
                        call.policy().value(),
                        call.place(),
                        call.echo(),
                        call.asked().value(),
                        call.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public boolean report(RequestId id, TestCallReport said) {
        return jdbc.sql("update test_call set outcome = ?, said_by = ?, said_at = ?, note = ?"
                                + " where number = ? and outcome is null")
                        .params(
                                said.outcome().name(),
                                said.by().value(),
                                said.at().atOffset(ZoneOffset.UTC),
                                said.note(),
                                id.number())
                        .update()
                == 1;
    }

    private static TestCallTask call(ResultSet row, int at) throws SQLException {
        var outcome = row.getString("outcome");
        return new TestCallTask(
                new RequestId(row.getLong("number")),
                new PolicyName(row.getString("name")),
                row.getString("place"),
                row.getBoolean("is_echo"),
                new UserId(row.getString("asked_by")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(new TestCallReport(
                                TestCallOutcome.valueOf(outcome),
                                new UserId(row.getString("said_by")),
                                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                                row.getString("note"))));
    }
}

package dev.linekeeper.adapter.store;

import dev.linekeeper.adapter.store.requests.SubjectText;
import dev.linekeeper.core.request.Batch;
import dev.linekeeper.core.request.BatchStage;
import dev.linekeeper.core.request.MemberState;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.BatchStore;
import dev.linekeeper.service.requests.RequestStore.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches in a table, and their members in that of requests, many rows a statement. Thread-safe. */
final class JdbcBatchStore implements BatchStore {
    private static final int AT_ONCE = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final StoreJson json;

    JdbcBatchStore(JdbcTemplate template, StoreJson json) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.json = json;
    }

    @Override
    public RequestId next(int count) {
        jdbc.sql("update request_counter set latest = latest + ? where id = 1")
                .param(count)
                .update();
        return new RequestId(jdbc.sql("select latest from request_counter where id = 1")
                        .query(Long.class)
                        .single()
                - count
                + 1);
    }

    @Override
    public Set<Subject> open(Collection<? extends Subject> subjects) {
        var byKey = new LinkedHashMap<String, Subject>();
        subjects.forEach(subject -> byKey.put(SubjectText.key(subject), subject));
        List<String> keys = List.copyOf(byKey.keySet());
        var open = new HashSet<Subject>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            jdbc.sql("select open_person from request where open_person in (:subjects)")
                    .param("subjects", keys.subList(from, Math.min(keys.size(), from + AT_ONCE)))
                    .query((row, _) -> open.add(byKey.get(row.getString(1))))
                    .list();
        }
        return open;
    }

    @Override
    public boolean add(Batch batch, List<Request.Pending> members) {
        jdbc.sql("insert into batch (number, version, state, requester, asked_at, stage, body)"
                        + " values (?, 1, ?, ?, ?, ?, ?)")
                .params(
                        batch.id().number(),
                        StoreJson.stage(batch),
                        batch.terms().requester().value(),
                        SqlTime.column(batch.terms().askedAt()),
                        json.write(batch.stage()),
                        json.write(batch))
                .update();
        try {
            template.batchUpdate(
                    "insert into request (number, version, state, requester, person, open_person, asked_at, body,"
                            + " batch, starts_at, ends_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    members,
                    AT_ONCE,
                    (row, member) -> {
                        row.setLong(1, member.id().number());
                        row.setString(2, JdbcRequestStore.state(member));
                        row.setString(3, member.terms().requester().value());
                        row.setString(4, SubjectText.key(member.terms().subject()));
                        row.setString(5, SubjectText.key(member.terms().subject()));
                        row.setObject(6, SqlTime.column(member.terms().askedAt()));
                        row.setString(7, json.write(member));
                        row.setLong(8, batch.id().number());
                        row.setObject(9, JdbcRequestStore.moment(member, Schedule::startsAt));
                        row.setObject(10, JdbcRequestStore.moment(member, Schedule::endsAt));
                    });
            return true;
        } catch (DuplicateKeyException rival) {
            return false;
        }
    }

    @Override
    public Optional<StoredBatch> find(RequestId id) {
        return jdbc.sql("select version, body from batch where number = ?")
                .param(id.number())
                .query((row, _) ->
                        new StoredBatch(json.read(row.getString("body"), Batch.class), row.getLong("version")))
                .optional();
    }

    @Override
    public Optional<StoredStage> stage(RequestId id) {
        return jdbc.sql("select version, stage, case when stage is null then body end as body from batch where number"
                        + " = ?")
                .param(id.number())
                .query((row, _) -> new StoredStage(stage(row), row.getLong("version")))
                .optional();
    }

    private BatchStage stage(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        return stage == null
                ? json.read(row.getString("body"), Batch.class).stage()
                : json.read(stage, BatchStage.class);
    }

    @Override
    public void keepStill(RequestId id) {
        template.queryForList("select 1 from batch where number = ? for update", id.number());
    }

    @Override
    public Optional<StoredBatch> replace(StoredBatch before, Batch after) {
        int updated = jdbc.sql(
                        "update batch set version = version + 1, state = ?, stage = ?, body = ? where number = ? and"
                                + " version = ?")
                .params(
                        StoreJson.stage(after),
                        json.write(after.stage()),
                        json.write(after),
                        after.id().number(),
                        before.version())
                .update();
        return updated == 0 ? Optional.empty() : Optional.of(new StoredBatch(after, before.version() + 1));
    }

    @Override
    public List<Stored> members(RequestId batch, Set<MemberState> states, RequestId after, int limit) {
        return jdbc.sql("select version, body from request where batch = :batch and not left_batch"
                        + " and state in (:states) and number > :after order by number limit " + limit)
                .param("batch", batch.number())
                .param("states", MemberStates.columns(states))
                .param("after", after.number())
                .query((row, _) -> new Stored(json.read(row.getString("body"), Request.class), row.getLong("version")))
                .list();
    }

    @Override
    public boolean replaceAll(List<Stored> before, List<Request> after) {
        int[][] updated;
        try {
            updated = update(before, after);
        } catch (DuplicateKeyException rival) {
            return false;
        }
        return Arrays.stream(updated).flatMapToInt(Arrays::stream).allMatch(rows -> rows == 1);
    }

    private int[][] update(List<Stored> before, List<Request> after) {
        return template.batchUpdate(
                "update request set version = version + 1, state = ?, open_person = ?, body = ?"
                        + " where number = ? and version = ?",
                IntStream.range(0, after.size()).boxed().toList(),
                AT_ONCE,
                (row, at) -> {
                    Request now = after.get(at);
                    row.setString(1, JdbcRequestStore.state(now));
                    row.setString(2, now.isOpen() ? SubjectText.key(now.terms().subject()) : null);
                    row.setString(3, json.write(now));
                    row.setLong(4, now.id().number());
                    row.setLong(5, before.get(at).version());
                });
    }

    @Override
    public List<Subject> subjects(RequestId batch) {
        return jdbc.sql("select person from request where batch = ? order by number")
                .param(batch.number())
                .query((row, _) -> SubjectText.read(row.getString(1)))
                .list();
    }

    @Override
    public Map<MemberState, Integer> progress(RequestId batch) {
        var progress = new EnumMap<MemberState, Integer>(MemberState.class);
        jdbc.sql("select state, left_batch, count(*) from request where batch = ? group by state, left_batch")
                .param(batch.number())
                .query((row, _) -> progress.merge(
                        MemberStates.of(row.getString(1), row.getBoolean(2)), row.getInt(3), Integer::sum))
                .list();
        return progress;
    }

    @Override
    public Optional<Subject> oneOf(RequestId batch, Set<MemberState> states) {
        return jdbc.sql("select person from request where batch = :batch and not left_batch and state in (:states)"
                        + " limit 1")
                .param("batch", batch.number())
                .param("states", MemberStates.columns(states))
                .query((row, _) -> SubjectText.read(row.getString(1)))
                .optional();
    }

    @Override
    public List<Request> in(RequestId batch, Set<MemberState> states, RequestId after, int limit) {
        boolean left = states.contains(MemberState.LEFT);
        return jdbc.sql("select body from request where batch = :batch and number > :after and (left_batch and :left"
                        + " or not left_batch and state in (:states)) order by number limit " + limit)
                .param("batch", batch.number())
                .param("after", after.number())
                .param("left", left)
                .param("states", MemberStates.columns(states))
                .query((row, _) -> json.read(row.getString("body"), Request.class))
                .list();
    }

    @Override
    public List<Batch> awaitingDecision() {
        return jdbc.sql("select body from batch where state = 'awaiting' order by number")
                .query((row, _) -> json.read(row.getString("body"), Batch.class))
                .list();
    }

    @Override
    public List<Batch> latest(Optional<UserId> requester, int limit) {
        return jdbc.sql("select body from batch where requester like ? order by number desc limit " + limit)
                .param(requester.map(UserId::value).orElse("%"))
                .query((row, _) -> json.read(row.getString("body"), Batch.class))
                .list();
    }
}

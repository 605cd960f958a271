package dev.linekeeper.adapter.store;

import dev.linekeeper.adapter.store.requests.SubjectText;
import dev.linekeeper.core.request.AwaitingDecision;
import dev.linekeeper.core.request.Request;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.schedule.Schedule;
import dev.linekeeper.core.tenant.Tenant.Subject;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.requests.RequestStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Requests in a table. The version column decides between concurrent changes; the unique {@code open_person} column
 * allows one open request a person, and one a policy, across all replicas. Thread-safe.
 */
final class JdbcRequestStore implements RequestStore {
    private static final String ALONE = "(batch is null or left_batch)";
    private static final Pattern WORD_START = Pattern.compile("(?:^|-)([a-z])");

    private final JdbcClient jdbc;
    private final JdbcTransactions transactions;
    private final StoreJson json;
    private final Clock clock;

    JdbcRequestStore(JdbcClient jdbc, JdbcTransactions transactions, StoreJson json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Added add(Function<RequestId, Request.Pending> request) {
        return transactions.run(() -> {
            Request.Pending pending = request.apply(next());
            Subject subject = pending.terms().subject();
            return open(subject).<Added>map(Added.RivalOpen::new).orElseGet(() -> insert(pending, subject));
        });
    }

    private RequestId next() {
        jdbc.sql("update request_counter set latest = latest + 1 where id = 1").update();
        return new RequestId(jdbc.sql("select latest from request_counter where id = 1")
                .query(Long.class)
                .single());
    }

    private Added insert(Request.Pending pending, Subject subject) {
        try {
            transactions.nested(() -> jdbc.sql("""
                insert into request (number, version, state, requester, person, open_person, asked_at, starts_at, ends_at, body)
                values (:number, 1, :state, :requester, :person, :person, :askedAt, :startsAt, :endsAt, :body)\
                """)
                    .param("number", pending.id().number())
                    .param("state", state(pending))
                    .param("requester", pending.terms().requester().value())
                    .param("person", SubjectText.key(subject))
                    .param("askedAt", SqlTime.column(pending.terms().askedAt()))
                    .param("startsAt", moment(pending, Schedule::startsAt))
                    .param("endsAt", moment(pending, Schedule::endsAt))
                    .param("body", json.write(pending))
                    .update());
            return new Added.New(new Stored(pending, 1));
        } catch (DuplicateKeyException rival) {
            return new Added.RivalOpen(open(subject).orElseThrow(() -> rival));
        }
    }

    static @Nullable OffsetDateTime moment(Request request, Function<Schedule, Optional<Instant>> side) {
        return request.terms().schedule().flatMap(side).map(SqlTime::column).orElse(null);
    }

    @Override
    public Optional<Stored> find(RequestId id) {
        return jdbc.sql("select version, body from request where number = ?")
                .param(id.number())
                .query((row, _) -> stored(row))
                .optional();
    }

    @Override
    public Optional<Request> find(RequestId id, long version) {
        return jdbc.sql("select body from request where number = :number and version = :version union all"
                        + " select body from request_version where number = :number and version = :version")
                .param("number", id.number())
                .param("version", version)
                .query((row, _) -> request(row))
                .optional();
    }

    @Override
    public Replaced replace(Stored before, Request after) {
        return transactions.run(() -> {
            Subject subject = after.terms().subject();
            boolean opensAgain = after.isOpen() && !before.request().isOpen();
            int updated;
            try {
                updated = opensAgain
                        ? transactions.nested(() -> update(before, after, subject))
                        : update(before, after, subject);
            } catch (DuplicateKeyException rival) {
                return new Replaced.OtherOpen(open(subject).orElseThrow(() -> rival));
            }
            if (updated == 0) {
                return new Replaced.Superseded(find(after.id())
                        .orElseThrow(() -> new IllegalStateException("%s is not stored".formatted(after.id())))
                        .request());
            }
            if (!(before.request() instanceof Request.Applying && after instanceof Request.Applying)) {
                keep(before);
            }
            return new Replaced.Done(new Stored(after, before.version() + 1));
        });
    }

    private void keep(Stored before) {
        jdbc.sql("insert into request_version (number, version, kept_at, body) values (?, ?, ?, ?)")
                .params(
                        before.id().number(),
                        before.version(),
                        SqlTime.column(clock.instant()),
                        json.write(before.request()))
                .update();
    }

    private int update(Stored before, Request after, Subject subject) {
        return jdbc.sql("""
            update request set version = version + 1, state = :state, open_person = :open, body = :body,
                left_batch = (batch is not null and :alone)
            where number = :number and version = :version\
            """)
                .param("state", state(after))
                .param("alone", after.terms().batch().isEmpty())
                .param("open", after.isOpen() ? SubjectText.key(subject) : null)
                .param("body", json.write(after))
                .param("number", after.id().number())
                .param("version", before.version())
                .update();
    }

    @Override
    public Optional<Request> open(Subject subject) {
        return jdbc.sql("select body from request where open_person = ?")
                .param(SubjectText.key(subject))
                .query((row, _) -> request(row))
                .optional();
    }

    @Override
    public List<Request> assigningNumbers() {
        return jdbc.sql("select body from request where open_person is not null and (body like '%\"assign-number\"%'"
                        + " or body like '%\"number-of-account\"%' or body like '%\"emergencyNumbers\"%')")
                .query((row, _) -> request(row))
                .list();
    }

    @Override
    public List<AwaitingDecision> awaitingDecision() {
        return jdbc
                .sql("select body from request where state in ('Pending', 'NeedsFreshLook') and " + ALONE
                        + " order by number")
                .query((row, _) -> request(row))
                .list()
                .stream()
                .filter(AwaitingDecision.class::isInstance)
                .map(AwaitingDecision.class::cast)
                .toList();
    }

    @Override
    public List<Request> askedBy(UserId requester, int limit) {
        return newest("where requester = ? and " + ALONE, limit, requester.value());
    }

    @Override
    public List<Request> starting() {
        return jdbc.sql("select body from request where starts_at is not null and state = 'Approved' and " + ALONE
                        + " order by starts_at")
                .query((row, _) -> request(row))
                .list();
    }

    @Override
    public List<Request.Completed> temporary() {
        return temporary("order by ends_at, number");
    }

    @Override
    public List<Request.Completed> temporaryOf(UserId person) {
        return temporary("and person = ? order by number", person.value());
    }

    private List<Request.Completed> temporary(String which, Object... parameters) {
        return jdbc
                .sql("select body from request where ends_at is not null and state = 'Completed' " + which)
                .params(parameters)
                .query((row, _) -> request(row))
                .list()
                .stream()
                .filter(request -> !request.terms().rehearsal())
                .map(Request.Completed.class::cast)
                .toList();
    }

    @Override
    public List<Request> latest(int limit) {
        return newest("where " + ALONE, limit);
    }

    private List<Request> newest(String where, int limit, Object... parameters) {
        return jdbc.sql("select body from request %s order by number desc limit %d".formatted(where, limit))
                .params(parameters)
                .query((row, _) -> request(row))
                .list();
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(request(row), row.getLong("version"));
    }

    private Request request(ResultSet row) throws SQLException {
        return json.read(row.getString("body"), Request.class);
    }

    /** The name of a state in the state column, such as {@code NeedsFreshLook}. */
    static String state(Request request) {
        return WORD_START
                .matcher(StoreJson.state(request))
                .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
    }
}

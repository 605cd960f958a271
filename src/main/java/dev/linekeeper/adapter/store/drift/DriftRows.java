package dev.linekeeper.adapter.store.drift;

import dev.linekeeper.core.drift.DriftCause;
import dev.linekeeper.core.drift.DriftFinding;
import dev.linekeeper.core.drift.DriftState;
import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.drift.DriftPerson;
import dev.linekeeper.service.drift.StoredDrift;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What rows of the tables say. The state of a drift is apart from the rest, so that whoever is named in it can be erased. */
record DriftRows(DriftJson json) {
    /** What of a drift never says who. */
    record DriftBody(
            DriftCause cause, Optional<String> groupName, Instant after, Instant seen, Instant until, Instant found) {
        static DriftBody of(DriftFinding drift) {
            return new DriftBody(
                    drift.cause(), drift.groupName(), drift.after(), drift.seen(), drift.until(), drift.found());
        }
    }

    /** What became of it, as {@code JdbcRetentionCleanup} writes it too. */
    record StateBody(DriftState now) {}

    /** What is kept of one of the people. */
    record PersonBody(Instant before, PersonSettings was, List<Explanation> changes) {}

    StoredDrift drift(ResultSet row) throws SQLException {
        var body = json.read(row.getString("body"), DriftBody.class);
        return new StoredDrift(
                new DriftFinding(
                        new RequestId(row.getLong("number")),
                        body.cause(),
                        body.groupName(),
                        body.after(),
                        body.seen(),
                        body.until(),
                        body.found(),
                        json.read(row.getString("state"), StateBody.class).now()),
                row.getLong("version"),
                row.getInt("people"),
                row.getInt("people_left"));
    }

    String body(DriftFinding drift) {
        return json.write(DriftBody.of(drift));
    }

    String state(DriftFinding drift) {
        return json.write(new StateBody(drift.state()));
    }

    DriftPerson person(ResultSet row) throws SQLException {
        var body = json.read(row.getString("body"), PersonBody.class);
        return new DriftPerson(
                new UserId(row.getString("person")),
                body.before(),
                body.was(),
                body.changes(),
                row.getBoolean("is_back"),
                Optional.ofNullable(row.getString("cannot")).map(why -> json.read(why, Explanation.class)));
    }

    String body(DriftPerson person) {
        return json.write(new PersonBody(person.before(), person.was(), person.changes()));
    }
}

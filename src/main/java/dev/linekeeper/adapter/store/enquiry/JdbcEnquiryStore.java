package dev.linekeeper.adapter.store.enquiry;

import dev.linekeeper.core.enquiry.Enquiry;
import dev.linekeeper.core.enquiry.EnquiryKind;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.enquiry.EnquiryStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enquiries in a table; their numbers are those of their news. Thread-safe. */
public record JdbcEnquiryStore(JdbcClient jdbc) implements EnquiryStore {
    @Override
    public void add(Enquiry made) {
        jdbc.sql("insert into enquiry (number, kind, person, asked_by, words, since, asked_at, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'OPEN')")
                .params(
                        made.id().number(),
                        made.kind().name(),
                        made.person().value(),
                        made.asker().value(),
                        made.words(),
                        made.since(),
                        made.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public Optional<Enquiry> find(RequestId id) {
        return list("where number = ?", id.number()).stream().findFirst();
    }

    @Override
    public List<Enquiry> open() {
        return list("where state <> 'ANSWERED' order by number");
    }

    @Override
    public List<Enquiry> of(UserId somebody, int limit) {
        return list(
                "where person = ? or asked_by = ? order by number desc limit " + limit,
                somebody.value(),
                somebody.value());
    }

    @Override
    public boolean replace(Enquiry before, Enquiry after) {
        StateColumns next = StateColumns.of(after.state());
        return jdbc.sql("update enquiry set state = :state, moved_by = :by, moved_at = :at, answer = :answer"
                                + " where number = :number and state = :before")
                        .param("state", next.name())
                        .param("by", next.by(), Types.VARCHAR)
                        .param("at", next.at(), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("answer", next.answer(), Types.VARCHAR)
                        .param("number", before.id().number())
                        .param("before", StateColumns.of(before.state()).name())
                        .update()
                == 1;
    }

    private List<Enquiry> list(String which, Object... values) {
        return jdbc.sql("select * from enquiry " + which)
                .params(values)
                .query((row, _) -> enquiry(row))
                .list();
    }

    private static Enquiry enquiry(ResultSet row) throws SQLException {
        return new Enquiry(
                new RequestId(row.getLong("number")),
                EnquiryKind.valueOf(row.getString("kind")),
                new UserId(row.getString("person")),
                new UserId(row.getString("asked_by")),
                row.getString("words"),
                row.getString("since"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                StateColumns.of(row).state());
    }
}

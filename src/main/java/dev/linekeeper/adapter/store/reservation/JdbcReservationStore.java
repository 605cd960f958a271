package dev.linekeeper.adapter.store.reservation;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.ReservedFor;
import dev.linekeeper.core.reservation.ReservedFor.ReservedKind;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import dev.linekeeper.service.reservation.ReservationStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reservations in a table. Thread-safe. */
public record JdbcReservationStore(JdbcClient jdbc) implements ReservationStore {
    @Override
    public List<NumberReservation> open() {
        return list("where open_phone is not null order by last_day, phone");
    }

    @Override
    public Optional<NumberReservation> open(PhoneNumber number) {
        return list("where open_phone = ?", number.toString()).stream().findFirst();
    }

    @Override
    public Optional<NumberReservation> find(RequestId id) {
        return list("where number = ?", id.number()).stream().findFirst();
    }

    /** Whoever takes a number for it waits for others who did, so that no two reserve the same telephone number. */
    @Override
    public boolean add(NumberReservation made) {
        return jdbc.sql("insert into number_reservation (number, phone, open_phone, kind, subject, name, reserved_by,"
                                + " reserved_at, last_day, reason) select :number, :phone, :phone, :kind, :subject,"
                                + " :name, :by, :at, :until, :reason"
                                + " where not exists (select 1 from number_reservation where open_phone = :phone)")
                        .param("number", made.id().number())
                        .param("phone", made.number().toString())
                        .param("kind", made.whom().kind().name())
                        .param("subject", made.whom().key())
                        .param("name", made.whom().name())
                        .param("by", made.by().value())
                        .param("at", made.at().atOffset(ZoneOffset.UTC))
                        .param("until", made.until())
                        .param("reason", made.reason())
                        .update()
                == 1;
    }

    @Override
    public boolean end(RequestId id, Instant at) {
        return jdbc.sql("update number_reservation set open_phone = null, ended_at = ?"
                                + " where number = ? and open_phone is not null")
                        .params(at.atOffset(ZoneOffset.UTC), id.number())
                        .update()
                == 1;
    }

    private List<NumberReservation> list(String which, Object... values) {
        return jdbc.sql("select * from number_reservation " + which)
                .params(values)
                .query(JdbcReservationStore::reservation)
                .list();
    }

    private static NumberReservation reservation(ResultSet row, int at) throws SQLException {
        return new NumberReservation(
                new RequestId(row.getLong("number")),
                PhoneNumber.of(row.getString("phone")),
                new ReservedFor(
                        ReservedKind.valueOf(row.getString("kind")), row.getString("subject"), row.getString("name")),
                new UserId(row.getString("reserved_by")),
                row.getObject("reserved_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"));
    }
}

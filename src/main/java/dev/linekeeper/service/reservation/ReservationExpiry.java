package dev.linekeeper.service.reservation;

import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.service.digest.AdminNews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Ends reservations whose last day is over, and tells voice admins of each. They counted no more before. */
public record ReservationExpiry(ReservationDesk desk, AdminNews news) {
    /** The kind of news; its subject is the number of the reservation. */
    public static final String KIND = "reservation";

    public void run() {
        Instant now = desk.clock().instant();
        LocalDate today = desk.terms().today(now);
        desk.store().open().stream().filter(it -> it.isOver(today)).forEach(over -> end(over, now));
    }

    private void end(NumberReservation over, Instant now) {
        desk.transactions().run(() -> {
            var ended = desk.end(over.number(), Optional.empty(), now);
            ended.ifPresent(it -> news.post(KIND, Long.toString(it.id().number())));
            return ended;
        });
    }
}

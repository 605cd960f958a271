package dev.linekeeper.service.reservation;

import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.reservation.TakenNumber;
import dev.linekeeper.core.tenant.Fact;
import dev.linekeeper.core.tenant.TelephoneNumber;
import dev.linekeeper.core.tenant.TelephoneNumber.NumberStatus;
import dev.linekeeper.service.digest.AdminNews;
import dev.linekeeper.service.tenant.reading.TenantReader;
import java.time.Instant;
import java.util.Optional;

/** Ends reservations that are over, and those of numbers that are not free any more; admins are told, unless whoever it was for has it. */
public record ReservationExpiry(ReservationDesk desk, Reservations reservations, TenantReader reader, AdminNews news) {
    /** The kind of news; its subject is the number of the reservation. */
    public static final String KIND = "reservation";

    public void run() {
        Instant now = desk.clock().instant();
        for (NumberReservation open : desk.store().open()) {
            var given = given(open).map(TakenNumber::of);
            if (open.isOver(desk.terms().today(now)) || given.isPresent()) {
                end(open, now, given.filter(it -> reservations.isFor(open, it)).isEmpty());
            }
        }
    }

    /** The number's entry once somebody or something has it; empty while it is free, or where that could not be read. */
    private Optional<TelephoneNumber> given(NumberReservation open) {
        return Fact.present(reader.tenant().tenant().number(open.number()))
                .filter(entry -> entry.status() != NumberStatus.UNASSIGNED && entry.status() != NumberStatus.UNKNOWN);
    }

    private void end(NumberReservation open, Instant now, boolean tell) {
        desk.transactions().run(() -> {
            var ended = desk.end(open.number(), Optional.empty(), now);
            ended.filter(_ -> tell)
                    .ifPresent(it -> news.post(KIND, Long.toString(it.id().number())));
            return ended;
        });
    }
}

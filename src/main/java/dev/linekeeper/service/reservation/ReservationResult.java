package dev.linekeeper.service.reservation;

import dev.linekeeper.core.numbers.NumberHolder;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.time.LocalDate;

/** What became of reserving a number, or of cancelling that. */
public sealed interface ReservationResult {
    record NumberReserved(NumberReservation now) implements ReservationResult {}

    record ReservationCancelled(NumberReservation was) implements ReservationResult {}

    /** Only a number that the inventory lists as nobody's can be reserved. */
    record NotFree(PhoneNumber number, NumberHolder holder) implements ReservationResult {}

    /** An open request takes it. */
    record AskedForAlready(PhoneNumber number, RequestId request) implements ReservationResult {}

    /** For somebody or something else. */
    record ReservedAlready(NumberReservation open) implements ReservationResult {}

    record DayOutOfRange(LocalDate until, LocalDate latest) implements ReservationResult {}

    record NotReserved(PhoneNumber number) implements ReservationResult {}
}

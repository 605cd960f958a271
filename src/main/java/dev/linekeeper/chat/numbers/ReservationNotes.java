package dev.linekeeper.chat.numbers;

import dev.linekeeper.chat.DisplayNames;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.reservation.Reservations;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What numbers are reserved for, in words. */
public record ReservationNotes(Reservations reservations, DisplayNames names) {
    /** For whom, until when and by whom; empty where it is not reserved. */
    public Optional<Explanation> of(PhoneNumber number) {
        return reservations.of(number).map(this::words);
    }

    /** The same of all of them. */
    public Map<PhoneNumber, Explanation> all() {
        return reservations.inForce().stream().collect(Collectors.toMap(NumberReservation::number, this::words));
    }

    Explanation words(NumberReservation reservation) {
        return Explanation.of(
                reservation.reason().isBlank() ? "chat.reservation.note" : "chat.reservation.note.because",
                reservation.whom().words(),
                reservation.until(),
                names.of(reservation.by()),
                reservation.reason());
    }
}

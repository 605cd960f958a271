package dev.linekeeper.service.reservation;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.reservation.NumberReservation;
import dev.linekeeper.core.tenant.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of reservations. A number has one open reservation at most; those that ended are kept for a while. */
public interface ReservationStore {
    /** Those that nobody ended, the next to be over first. */
    List<NumberReservation> open();

    /** The one of the number that nobody ended. */
    Optional<NumberReservation> open(PhoneNumber number);

    /** One of that number, ended or not. */
    Optional<NumberReservation> find(RequestId id);

    /** Keeps it; false where the number has an open one, and then nothing is kept. */
    boolean add(NumberReservation reservation);

    /** Notes that it ended; false when it had before, or there is none. */
    boolean end(RequestId id, Instant at);
}

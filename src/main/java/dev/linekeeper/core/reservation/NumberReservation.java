package dev.linekeeper.core.reservation;

import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.Explanation;
import dev.linekeeper.core.tenant.PhoneNumber;
import dev.linekeeper.core.tenant.UserId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A free number that Linekeeper keeps for somebody. Teams knows nothing of it: whoever gives numbers there is not kept from it.
 *
 * @param id its own number, of those that requests have
 * @param by who reserved it
 * @param until the last day on which it counts
 * @param reason empty when none was given
 */
public record NumberReservation(
        RequestId id, PhoneNumber number, ReservedFor whom, UserId by, Instant at, LocalDate until, String reason) {

    /** Whether its last day is over; it counts no more then, whether or not that was noticed. */
    public boolean isOver(LocalDate today) {
        return until.isBefore(today);
    }

    /** Until when it is reserved, and for whom. */
    public Explanation words() {
        return Explanation.of("reservation.words", whom.words(), until);
    }

    /** Why a plan for somebody else does not take it; {@code name} is who reserved it. */
    public Explanation refusal(String name) {
        return Explanation.of(
                reason.isBlank() ? "reservation.refused" : "reservation.refused.because",
                number,
                whom.words(),
                until,
                name,
                reason);
    }
}

package dev.linekeeper.core.reservation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * For how long numbers are reserved.
 *
 * @param days for how many days where nobody names the last one
 * @param most for how many days at most
 * @param zone whose days they are
 */
public record ReservationTerms(int days, int most, ZoneId zone) {
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The last day where none is named. */
    public LocalDate usual(LocalDate today) {
        return today.plusDays(Math.min(days, most));
    }

    public LocalDate latest(LocalDate today) {
        return today.plusDays(most);
    }
}

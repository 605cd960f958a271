package dev.linekeeper.core.attestation;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * For how long something is attested.
 *
 * @param days how many days it holds where nobody names the last one
 * @param remindBefore how many days before the end the end is near
 * @param zone whose days they are
 */
public record AttestationTerms(int days, int remindBefore, ZoneId zone) {
    /** The most years something can be attested for. */
    public static final int LONGEST = 2;

    /** The last day where none is named. */
    public LocalDate usual(LocalDate today) {
        return today.plusDays(days);
    }
}

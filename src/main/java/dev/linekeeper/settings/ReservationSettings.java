package dev.linekeeper.settings;

import dev.linekeeper.core.reservation.ReservationTerms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Numbers that are reserved.
 *
 * @param days for how many days where nobody names the last one; no more than {@code most}
 * @param most for how many days at most
 */
public record ReservationSettings(
        @DefaultValue("30") @Min(1) @Max(365) int days,
        @DefaultValue("180") @Min(1) @Max(730) int most) {
    /** For how long numbers are reserved; {@code zone} is whose days are meant. */
    public ReservationTerms terms(ZoneId zone) {
        return new ReservationTerms(days, most, zone);
    }
}

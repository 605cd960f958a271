package dev.linekeeper.core.override;

import dev.linekeeper.core.override.OverrideState.OverrideInForce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How long an override may count, and how often is reminded of it.
 *
 * @param longest how many days after the one on which it is asked its last day may be
 * @param remindEvery how long after it came in force, and after each reminder, the next one is sent
 */
public record OverrideLimits(int longest, Duration remindEvery) {
    /** The latest last day of one that is asked on that day. */
    public LocalDate latest(LocalDate today) {
        return today.plusDays(longest);
    }

    /** Whether those who answer for an override are to be reminded of it. */
    public boolean remind(EmergencyOverride override, Instant now) {
        return override.state() instanceof OverrideInForce(var since, var reminded)
                && !now.isBefore(reminded.orElse(since).plus(remindEvery));
    }
}

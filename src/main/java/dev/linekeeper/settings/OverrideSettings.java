package dev.linekeeper.settings;

import dev.linekeeper.core.override.OverrideLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Overrides of emergency gaps.
 *
 * @param longest how many days ahead their last day may be
 * @param reminders how long after one reminder of an override in force the next one is sent
 * @param every how long after one look whether gaps are gone and days over the next one is made
 */
public record OverrideSettings(
        @DefaultValue("30") @Min(1) @Max(366) int longest,
        @DefaultValue("7d") @DurationMin(hours = 1) Duration reminders,
        @DefaultValue("1h") @DurationMin(minutes = 1) Duration every) {
    /** As overrides are judged by them. */
    public OverrideLimits limits() {
        return new OverrideLimits(longest, reminders);
    }
}

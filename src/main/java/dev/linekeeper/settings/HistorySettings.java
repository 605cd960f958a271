package dev.linekeeper.settings;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people's voice settings were.
 *
 * @param sweep how long after one reading of everybody the next one begins; none is made at zero
 * @param retention how long settings are kept after they were seen last
 * @param drift how often it is looked in them for what changed without us, besides after each sweep; never at zero
 * @param versions how many different ones are kept of a person, the newest
 */
public record HistorySettings(
        @DefaultValue("1d") @DurationMin Duration sweep,
        @DefaultValue("180d") @DurationMin(days = 1) Duration retention,
        @DefaultValue("5m") @DurationMin Duration drift,
        @DefaultValue("50") @Min(2) int versions) {}

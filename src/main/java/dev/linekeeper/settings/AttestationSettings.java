package dev.linekeeper.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people attest that no API tells.
 *
 * @param days how many days it holds where nobody names the last one
 * @param remindBefore how many days before its end voice admins are told
 */
public record AttestationSettings(
        @DefaultValue("180") @Min(1) @Max(730) int days,
        @DefaultValue("14") @Min(0) @Max(365) int remindBefore) {}

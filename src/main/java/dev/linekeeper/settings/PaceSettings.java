package dev.linekeeper.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many messages and presses a minute are answered on each replica; as many may come at once. */
public record PaceSettings(
        @DefaultValue("60") @Min(1) @Max(1_000_000) int perPerson,
        @DefaultValue("240") @Min(1) @Max(1_000_000) int perConversation) {}

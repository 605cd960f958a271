package dev.linekeeper.settings;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When voice admins are told how things are.
 *
 * @param day of the week; {@code never} for not at all
 * @param at the time of that day
 * @param zone whose day and time; that of {@code linekeeper.schedule.zone} when absent
 */
public record DigestSettings(
        @DefaultValue("monday") DigestDay day,
        @DefaultValue("08:00") LocalTime at,
        @Nullable ZoneId zone) {
    /** A day of the week, or none. */
    public enum DigestDay {
        NEVER,
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY;

        /** The day; empty for none. */
        public Optional<DayOfWeek> ofWeek() {
            return this == NEVER ? Optional.empty() : Optional.of(DayOfWeek.valueOf(name()));
        }
    }
}

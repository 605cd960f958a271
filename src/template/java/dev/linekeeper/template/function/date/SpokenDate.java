package dev.linekeeper.template.function.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A day as people say it from another day: today, next Monday, 3rd March 2018. */
final class SpokenDate {
    private SpokenDate() {}

    static String of(LocalDate day, LocalDate today) {
        long away = ChronoUnit.DAYS.between(today, day);
        if (away >= -1 && away <= 1) {
            return away == 0 ? "today" : away == 1 ? "tomorrow" : "yesterday";
        }
        LocalDate sunday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        long weeks = Math.floorDiv(ChronoUnit.DAYS.between(sunday, day), 7);
        if (weeks >= -1 && weeks <= 1) {
            String which = weeks == 0 ? "this " : weeks == 1 ? "next " : "last ";
            return which + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }
        return "%d%s %s %d".formatted(day.getDayOfMonth(), ordinal(day.getDayOfMonth()), month(day), day.getYear());
    }

    /** By the last digit alone, as the official library has it: 11st, 12nd, 13rd. */
    private static String ordinal(int day) {
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    /** English, with the official library's spelling of the second month. */
    private static String month(LocalDate day) {
        return day.getMonthValue() == 2 ? "Februrary" : day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}

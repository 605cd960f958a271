package dev.linekeeper.chat.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A day as people write it in our languages: {@code 2026-12-01}, {@code 1.12.}, {@code December 1st, 2026}, {@code 1er décembre},
 * {@code morgen}, {@code Friday}. {@code 01/02} is the first of February to some and the second of January to others.
 */
public sealed interface WrittenDate {
    record OnDay(LocalDate day) implements WrittenDate {}

    /** It may mean one of these; where there is one, it is so far away that another may have been meant. */
    record PerhapsOn(List<LocalDate> days) implements WrittenDate {
        public PerhapsOn {
            days = List.copyOf(days);
        }
    }

    record NoDay() implements WrittenDate {}

    /** Reads a text; a day without a year is the next one, {@code from} included. */
    static WrittenDate read(String text, LocalDate from) {
        String written = CalendarNames.plain(text);
        List<LocalDate> days = WrittenDays.in(written, from).distinct().sorted().toList();
        return days.isEmpty()
                ? new NoDay()
                : days.size() > 1 || isJustGone(written, days.getFirst(), from)
                        ? new PerhapsOn(days)
                        : new OnDay(days.getFirst());
    }

    /** Whether no year was written and the day was not long ago, so that the next one is perhaps not meant. */
    private static boolean isJustGone(String written, LocalDate next, LocalDate from) {
        boolean hasYear =
                Pattern.compile("\\d{4}|\\d+\\D+\\d+\\D+\\d+").matcher(written).find();
        return !hasYear && next.isAfter(from.plusDays(300));
    }
}

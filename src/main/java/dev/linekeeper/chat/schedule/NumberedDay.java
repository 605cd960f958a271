package dev.linekeeper.chat.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A day by its numbers; without a year it is the next one. */
final class NumberedDay {
    private NumberedDay() {}

    /** The day; none when the calendar has no such day. */
    static Stream<LocalDate> of(@Nullable String year, String month, String day, LocalDate from) {
        try {
            Month named = Month.of(Integer.parseInt(month));
            int on = Integer.parseInt(day);
            if (year != null) {
                int in = Integer.parseInt(year);
                return Stream.of(LocalDate.of(in < 100 ? in + 2000 : in, named, on));
            }
            return IntStream.rangeClosed(from.getYear(), from.getYear() + 8)
                    .filter(in -> on >= 1 && on <= named.length(Year.isLeap(in)))
                    .mapToObj(in -> LocalDate.of(in, named, on))
                    .filter(next -> !next.isBefore(from))
                    .limit(1);
        } catch (DateTimeException none) {
            return Stream.of();
        }
    }
}

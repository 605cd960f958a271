package dev.linekeeper.core.bulk;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Days as they are written: {@code mon-fri}, {@code sat,sun}, {@code fri-mon}, {@code daily}. */
final class DaysOfWeek {
    private DaysOfWeek() {}

    static Set<DayOfWeek> of(String written) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : written.split(",", -1)) {
            if (part.equals("daily")) {
                days.addAll(List.of(DayOfWeek.values()));
                continue;
            }
            int dash = part.indexOf('-');
            DayOfWeek last = day(dash < 0 ? part : part.substring(dash + 1));
            var day = day(dash < 0 ? part : part.substring(0, dash));
            days.add(last);
            while (day != last) {
                days.add(day);
                day = day.plus(1);
            }
        }
        return days;
    }

    private static DayOfWeek day(String written) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> written.length() == 3
                        && day.name().toLowerCase(Locale.ROOT).startsWith(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no day of the week".formatted(written)));
    }
}

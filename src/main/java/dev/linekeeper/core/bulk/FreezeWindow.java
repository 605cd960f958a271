package dev.linekeeper.core.bulk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time within which nothing is begun, on the clock of the place it is for. */
public sealed interface FreezeWindow permits OneFreeze, WeeklyFreeze {
    Pattern WEEKLY = Pattern.compile("([a-z,-]+)\\s+(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})");

    /** When it ends, if {@code at} is within it. */
    Optional<Instant> end(Instant at, ZoneId zone);

    /**
     * Reads {@code sat,sun 00:00-24:00}, {@code daily 22:00-06:00} or {@code 2026-12-18T18:00/2027-01-04T07:00}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static FreezeWindow of(String written) {
        String text = written.strip();
        int slash = text.indexOf('/');
        var weekly = WEEKLY.matcher(text.toLowerCase(Locale.ROOT));
        try {
            if (slash > 0) {
                return new OneFreeze(
                        LocalDateTime.parse(text.substring(0, slash)), LocalDateTime.parse(text.substring(slash + 1)));
            }
            if (weekly.matches()) {
                String to = weekly.group(3);
                return new WeeklyFreeze(
                        DaysOfWeek.of(weekly.group(1)),
                        LocalTime.parse(weekly.group(2)),
                        to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
            }
        } catch (DateTimeException unread) {
            throw new IllegalArgumentException("\"%s\" is no time to freeze".formatted(written), unread);
        }
        throw new IllegalArgumentException("\"%s\" is no time to freeze".formatted(written));
    }
}

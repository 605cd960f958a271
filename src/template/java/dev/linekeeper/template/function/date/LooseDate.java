package dev.linekeeper.template.function.date;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people write them, understood as JavaScript's {@code Date} does: {@code 15 March 2018}, {@code 3/15/18 1:00 PM},
 * {@code Thu Mar 15 2018 13:00:00 GMT+0100 (CET)}. Words before the first number mean nothing, nor does what is in brackets;
 * two digits are a year from 1950 to 2049. Not thread-safe: one text, one reading.
 */
final class LooseDate {
    private static final int LONGEST = 200;
    private static final Pattern TOKEN = Pattern.compile("(\\d++)|(\\p{Alpha}++)|(\\([^()]*+\\)?)|(.)", Pattern.DOTALL);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> ZONES =
            List.of("ut", "utc", "gmt", "z", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt");
    private static final int[] ZONE_HOURS = {0, 0, 0, 0, -5, -4, -6, -5, -7, -6, -8, -7};
    private static final int NONE = -1;

    private final Matcher tokens;
    private final String text;
    private final int[] day = new int[3];
    private final int[] time = new int[4];
    private int days;
    private int times;
    private boolean timeEnded;
    private int month = NONE;
    private int afternoon = NONE;
    private boolean zoned;
    private int sign = 1;
    private int zoneHour;
    private int zoneMinute;

    private LooseDate(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** The time in UTC, where the text names no other zone; empty if it is none. */
    static Optional<LocalDateTime> read(String text) {
        LooseDate date = new LooseDate(text);
        return text.length() <= LONGEST && date.isRead() ? date.value() : Optional.empty();
    }

    private boolean isRead() {
        boolean number = false;
        while (tokens.find()) {
            if (tokens.group(1) != null) {
                number = true;
                if (!number(tokens.group(1))) {
                    return false;
                }
            } else if (tokens.group(2) != null) {
                if (!word(tokens.group(2).toLowerCase(Locale.ROOT), number)) {
                    return false;
                }
            } else if (tokens.group(4) != null
                    && (tokens.group(4).equals("+") || tokens.group(4).equals("-"))) {
                if ((times > 0 || zoned) ? !offset(tokens.group(4)) : number) {
                    return false;
                }
            } else if (tokens.group(4) != null && tokens.group(4).equals(")") && number) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next character is that one; then it is passed over. */
    private boolean skip(String next) {
        int end = tokens.end();
        if (!text.startsWith(next, end)) {
            return false;
        }
        tokens.region(end + next.length(), text.length());
        return true;
    }

    private boolean number(String digits) {
        int value = Integer.parseInt(digits.substring(0, Math.min(9, digits.length())));
        int end = tokens.end();
        char next = end < text.length() ? text.charAt(end) : 0;
        if (next == ':') {
            tokens.region(end + 1, text.length());
            return addTime(value);
        }
        if (next == '.' && times == 2 && !timeEnded && value < 60) {
            tokens.region(end + 1, text.length());
            return addTime(value) && tokens.find() && tokens.group(1) != null && addTime(milliseconds(tokens.group(1)));
        }
        if (times > 0 && times < 3 && !timeEnded && value < 60) {
            timeEnded = true;
            return addTime(value)
                    && (next == 0 || Character.isWhitespace(next) || "Zz+-".indexOf(next) >= 0 || next == ',');
        }
        if (days == 3) {
            return false;
        }
        day[days++] = value;
        skip("-");
        return true;
    }

    private static int milliseconds(String digits) {
        return Integer.parseInt((digits + "00").substring(0, 3));
    }

    private boolean addTime(int value) {
        if (times == 4) {
            return false;
        }
        time[times++] = value;
        return true;
    }

    private boolean word(String word, boolean afterNumber) {
        String begin = word.substring(0, Math.min(3, word.length()));
        if ((word.equals("am") || word.equals("pm")) && times > 0) {
            afternoon = word.equals("pm") ? 12 : 0;
            return true;
        }
        if (MONTHS.contains(begin)) {
            month = MONTHS.indexOf(begin) + 1;
            skip("-");
            return true;
        }
        if (ZONES.contains(word) && afterNumber) {
            int hours = ZONE_HOURS[ZONES.indexOf(word)];
            zoned = true;
            sign = hours < 0 ? -1 : 1;
            zoneHour = Math.abs(hours);
            zoneMinute = 0;
            return true;
        }
        int end = tokens.end();
        return !afterNumber && (end == text.length() || !Character.isDigit(text.charAt(end)));
    }

    private boolean offset(String written) {
        zoned = true;
        sign = written.equals("-") ? -1 : 1;
        Matcher digits = Pattern.compile("(\\d{1,2})(?::?(\\d\\d))?(?!\\d)").matcher(text);
        if (!digits.region(tokens.end(), text.length()).lookingAt()) {
            return false;
        }
        zoneHour = Integer.parseInt(digits.group(1));
        zoneMinute = digits.group(2) == null ? 0 : Integer.parseInt(digits.group(2));
        tokens.region(digits.end(), text.length());
        return true;
    }

    private Optional<LocalDateTime> value() {
        if (days == 0) {
            return Optional.empty();
        }
        for (int place = days; place < 3; place++) {
            day[place] = 1;
        }
        boolean yearFirst = !isDay(day[0]);
        int year;
        int dayOfMonth;
        if (month == NONE) {
            month = yearFirst ? day[1] : day[0];
            dayOfMonth = yearFirst ? day[2] : day[1];
            year = yearFirst ? day[0] : day[2];
        } else {
            year = yearFirst ? day[0] : day[1];
            dayOfMonth = yearFirst ? day[1] : day[0];
        }
        year += year < 50 ? 2000 : year < 100 ? 1900 : 0;
        if (month < 1 || month > 12 || !isDay(dayOfMonth) || year > 275_759 || !isTime()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, 1)
                .plusDays(dayOfMonth - 1L)
                .atStartOfDay()
                .plusHours(time[0])
                .plusMinutes(time[1])
                .plusSeconds(time[2])
                .plusNanos(time[3] * 1_000_000L)
                .minusMinutes(sign * (zoneHour * 60L + zoneMinute)));
    }

    private static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    private boolean isTime() {
        if (afternoon != NONE) {
            if (time[0] > 12) {
                return false;
            }
            time[0] = time[0] % 12 + afternoon;
        }
        boolean endOfDay = time[0] == 24 && time[1] == 0 && time[2] == 0 && time[3] == 0;
        return endOfDay || (time[0] < 24 && time[1] < 60 && time[2] < 60);
    }
}

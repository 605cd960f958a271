package dev.linekeeper.chat.schedule;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.core.tenant.AnyCase;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.stream.Stream;

/** Months and days of the week by their names in our languages. */
final class CalendarNames {
    private CalendarNames() {}

    /** Without capitals, accents and the words before a date. */
    static String plain(String text) {
        return AnyCase.unaccented(text)
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .replaceFirst("^(?:(?:the|le|den|dem|am|on|zum|until|till|bis|jusqu'au?) )+", "");
    }

    static Stream<DayOfWeek> weekday(String written) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> Wording.LANGUAGES.stream()
                        .anyMatch(language -> plain(day.getDisplayName(TextStyle.FULL, language))
                                .equals(written)));
    }

    /** The months whose names begin so in one of our languages. */
    static Stream<String> month(String beginning) {
        return Arrays.stream(Month.values())
                .filter(month -> Wording.LANGUAGES.stream()
                        .anyMatch(language -> plain(month.getDisplayName(TextStyle.FULL, language))
                                .startsWith(beginning)))
                .map(month -> Integer.toString(month.getValue()));
    }
}

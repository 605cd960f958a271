package dev.linekeeper.chat.schedule;

import dev.linekeeper.chat.Wording;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days that a text may mean, in each of the shapes in which dates are written. */
final class WrittenDays {
    private static final Map<String, Integer> FROM_NOW =
            Map.of("today", 0, "heute", 0, "aujourd'hui", 0, "tomorrow", 1, "morgen", 1, "demain", 1);

    private static final List<Shape> SHAPES = List.of(
            new Shape("(\\d{4})-(\\d{1,2})-(\\d{1,2})", (it, from) -> day(it.group(1), it.group(2), it.group(3), from)),
            new Shape(
                    "(\\d{1,2})\\. ?(\\d{1,2})(?:\\.? ?(\\d{4}|\\d{2}))?\\.?",
                    (it, from) -> day(it.group(3), it.group(2), it.group(1), from)),
            new Shape(
                    "(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?",
                    (it, from) -> Stream.concat(
                            day(it.group(3), it.group(2), it.group(1), from),
                            day(it.group(3), it.group(1), it.group(2), from))),
            new Shape(
                    "(\\d{1,2})(?:st|nd|rd|th|er|\\.)? ?(?:of )?([a-z]{3,})\\.?,?(?: (\\d{4}))?\\.?",
                    (it, from) -> month(it.group(2)).flatMap(month -> day(it.group(3), month, it.group(1), from))),
            new Shape(
                    "([a-z]{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\.?",
                    (it, from) -> month(it.group(1)).flatMap(month -> day(it.group(3), month, it.group(2), from))));

    private WrittenDays() {}

    private record Shape(Pattern pattern, BiFunction<MatchResult, LocalDate, Stream<LocalDate>> reading) {
        Shape(String pattern, BiFunction<MatchResult, LocalDate, Stream<LocalDate>> reading) {
            this(Pattern.compile(pattern), reading);
        }

        Stream<LocalDate> in(String written, LocalDate from) {
            var match = pattern.matcher(written);
            return match.matches() ? reading.apply(match, from) : Stream.of();
        }
    }

    /** Without capitals, accents and the words before a date. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:(?:the|le|den|dem|am|on|zum) )+", "");
    }

    /** The days that a plain text may mean. */
    static Stream<LocalDate> in(String written, LocalDate from) {
        return Stream.of(
                        Stream.ofNullable(FROM_NOW.get(written)).map(from::plusDays),
                        weekday(written).map(day -> from.with(TemporalAdjusters.next(day))),
                        SHAPES.stream().flatMap(shape -> shape.in(written, from)))
                .flatMap(days -> days);
    }

    private static Stream<DayOfWeek> weekday(String written) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> Wording.LANGUAGES.stream()
                        .anyMatch(language -> plain(day.getDisplayName(TextStyle.FULL, language))
                                .equals(written)));
    }

    /** The months whose names begin so in one of our languages. */
    private static Stream<String> month(String beginning) {
        return Arrays.stream(Month.values())
                .filter(month -> Wording.LANGUAGES.stream()
                        .anyMatch(language -> plain(month.getDisplayName(TextStyle.FULL, language))
                                .startsWith(beginning)))
                .map(month -> Integer.toString(month.getValue()));
    }

    /** The day; none when the calendar has no such day. */
    private static Stream<LocalDate> day(@Nullable String year, String month, String day, LocalDate from) {
        try {
            Month of = Month.of(Integer.parseInt(month));
            int on = Integer.parseInt(day);
            if (year != null) {
                int in = Integer.parseInt(year);
                return Stream.of(LocalDate.of(in < 100 ? in + 2000 : in, of, on));
            }
            return IntStream.rangeClosed(from.getYear(), from.getYear() + 8)
                    .filter(in -> on >= 1 && on <= of.length(Year.isLeap(in)))
                    .mapToObj(in -> LocalDate.of(in, of, on))
                    .filter(next -> !next.isBefore(from))
                    .limit(1);
        } catch (DateTimeException none) {
            return Stream.of();
        }
    }
}

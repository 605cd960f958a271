package dev.linekeeper.chat.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The days that a text may mean, in each of the shapes in which dates are written. */
final class WrittenDays {
    private static final Map<String, Integer> FROM_NOW =
            Map.of("today", 0, "heute", 0, "aujourd'hui", 0, "tomorrow", 1, "morgen", 1, "demain", 1);

    /** "This Friday" comes first; "next Friday" is that one to some, and the one of the week that begins on Monday to others. */
    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    "(?:this|coming|diese[nr]|kommende[nr]|ce) ([a-z]+)",
                    (it, from) -> CalendarNames.weekday(it.group(1))
                            .map(day -> from.with(TemporalAdjusters.nextOrSame(day)))),
            new Shape(
                    "(?:next|na(?:e)?chste[nr]) ([a-z]+)|([a-z]+) prochain",
                    (it, from) -> CalendarNames.weekday(it.group(1) == null ? it.group(2) : it.group(1))
                            .flatMap(day -> Stream.of(
                                    from.with(TemporalAdjusters.next(day)),
                                    from.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                                            .with(TemporalAdjusters.nextOrSame(day))))),
            new Shape(
                    "(\\d{4})-(\\d{1,2})-(\\d{1,2})",
                    (it, from) -> NumberedDay.of(it.group(1), it.group(2), it.group(3), from)),
            new Shape(
                    "(\\d{1,2})\\. ?(\\d{1,2})(?:\\.? ?(\\d{4}|\\d{2}))?\\.?",
                    (it, from) -> NumberedDay.of(it.group(3), it.group(2), it.group(1), from)),
            new Shape(
                    "(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?",
                    (it, from) -> Stream.concat(
                            NumberedDay.of(it.group(3), it.group(2), it.group(1), from),
                            NumberedDay.of(it.group(3), it.group(1), it.group(2), from))),
            new Shape(
                    "(\\d{1,2})(?:st|nd|rd|th|er|\\.)? ?(?:of )?([a-z]{3,})\\.?,?(?: (\\d{4}))?\\.?",
                    (it, from) -> CalendarNames.month(it.group(2))
                            .flatMap(month -> NumberedDay.of(it.group(3), month, it.group(1), from))),
            new Shape(
                    "([a-z]{3,})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\.?",
                    (it, from) -> CalendarNames.month(it.group(1))
                            .flatMap(month -> NumberedDay.of(it.group(3), month, it.group(2), from))));

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

    /** The days that a plain text may mean. */
    static Stream<LocalDate> in(String written, LocalDate from) {
        return Stream.of(
                        Stream.ofNullable(FROM_NOW.get(written)).map(from::plusDays),
                        CalendarNames.weekday(written).map(day -> from.with(TemporalAdjusters.next(day))),
                        SHAPES.stream().flatMap(shape -> shape.in(written, from)))
                .flatMap(days -> days);
    }
}

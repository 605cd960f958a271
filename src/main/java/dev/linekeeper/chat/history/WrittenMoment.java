package dev.linekeeper.chat.history;

import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.chat.schedule.WrittenDate;
import dev.linekeeper.core.request.RequestId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A moment that is over as people write it in our languages: {@code yesterday}, {@code 20 November}, {@code 2026-11-20 14:30},
 * {@code before SC-1001}, {@code version 3}.
 */
sealed interface WrittenMoment {
    /** Some time of a day or a minute; {@code to} is not part of it. */
    record Within(Instant from, Instant to) implements WrittenMoment {}

    record BeforeRequest(RequestId request) implements WrittenMoment {}

    record OfVersion(int number) implements WrittenMoment {}

    /** It may mean one of these days. */
    record OneOfDays(List<LocalDate> days) implements WrittenMoment {
        public OneOfDays {
            days = List.copyOf(days);
        }
    }

    record NoMoment() implements WrittenMoment {}

    Map<String, Integer> AGO = Map.ofEntries(
            Map.entry("today", 0),
            Map.entry("heute", 0),
            Map.entry("aujourd'hui", 0),
            Map.entry("yesterday", 1),
            Map.entry("gestern", 1),
            Map.entry("hier", 1),
            Map.entry("vorgestern", 2),
            Map.entry("avant-hier", 2));
    Set<String> TO_COME = Set.of("tomorrow", "morgen", "demain");
    Pattern VERSION = Pattern.compile("version (\\d{1,6})");
    Pattern BEFORE = Pattern.compile("(?:to )?(?:before|vor|avant) (?:request |antrag |demande )?(.+)");
    Pattern DAYS_AGO = Pattern.compile("(?:vor |il y a )?(\\d{1,3}) (?:days?|tagen?|jours?)(?: ago)?");
    Pattern AT = Pattern.compile("(.+?)(?:,? (?:at |um |a )?|t)(\\d{1,2})[:h.](\\d{2})(?: ?uhr)?");

    /** Reads a text; a day without a year is the last one, today included. */
    static WrittenMoment read(String text, Days days) {
        String written = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        var version = VERSION.matcher(written);
        if (version.matches()) {
            return new OfVersion(Integer.parseInt(version.group(1)));
        }
        var ago = DAYS_AGO.matcher(written);
        LocalDate today = LocalDate.ofInstant(days.clock().instant(), days.zone());
        if (ago.matches()) {
            return day(today.minusDays(Integer.parseInt(ago.group(1))), days);
        }
        var before = BEFORE.matcher(written);
        if (before.matches()) {
            return RequestId.parse(before.group(1))
                    .<WrittenMoment>map(BeforeRequest::new)
                    .orElseGet(NoMoment::new);
        }
        return dated(written, today, days);
    }

    private static WrittenMoment dated(String written, LocalDate today, Days days) {
        var whole = day(written, today, days);
        var at = AT.matcher(written);
        if (!(whole instanceof NoMoment) || !at.matches()) {
            return whole;
        }
        try {
            var time = LocalTime.of(Integer.parseInt(at.group(2)), Integer.parseInt(at.group(3)));
            return day(at.group(1), today, days) instanceof Within(var from, _)
                    ? minute(LocalDate.ofInstant(from, days.zone()), time, days)
                    : new NoMoment();
        } catch (DateTimeException noTime) {
            return new NoMoment();
        }
    }

    private static WrittenMoment minute(LocalDate day, LocalTime time, Days days) {
        Instant from = day.atTime(time).atZone(days.zone()).toInstant();
        return new Within(from, from.plusSeconds(60));
    }

    /** Read as days to come are, from long enough ago: a year and a day, or a week for the days of one. */
    private static WrittenMoment day(String written, LocalDate today, Days days) {
        Integer ago = AGO.get(written);
        if (ago != null) {
            return day(today.minusDays(ago), days);
        }
        boolean isName = written.chars().noneMatch(Character::isDigit);
        LocalDate from = isName ? today.minusWeeks(1) : today.minusYears(1).plusDays(1);
        List<LocalDate> past = switch (WrittenDate.read(written, from)) {
            case WrittenDate.NoDay _ -> List.of();
            case WrittenDate.OnDay(var day) -> List.of(day);
            case WrittenDate.PerhapsOn(var several) -> several;
        };
        past = past.stream().filter(day -> !day.isAfter(today)).toList();
        if (past.isEmpty() || TO_COME.contains(written)) {
            return new NoMoment();
        }
        return past.size() > 1 ? new OneOfDays(past) : day(past.getFirst(), days);
    }

    private static WrittenMoment day(LocalDate day, Days days) {
        return new Within(
                day.atStartOfDay(days.zone()).toInstant(),
                day.plusDays(1).atStartOfDay(days.zone()).toInstant());
    }
}

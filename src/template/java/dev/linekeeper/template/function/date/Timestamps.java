package dev.linekeeper.template.function.date;

import dev.linekeeper.template.value.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Times written in texts. A time without an offset is taken to be in UTC. */
final class Timestamps {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern PARTS = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
            + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9})\\d{0,20})?)? ?(Z|[+-]\\d\\d:?\\d\\d)?)?");

    private Timestamps() {}

    /** The time of a text exactly as JavaScript's {@code toISOString} writes it: {@code 2018-03-15T13:00:00.111Z}. */
    static OffsetDateTime iso(JsonNode value) {
        if (!isIso(value)) {
            throw Failure.of("%s is not an ISO format date and time.", value);
        }
        return Instant.parse(value.stringValue()).atOffset(ZoneOffset.UTC);
    }

    static boolean isIso(JsonNode value) {
        if (!value.isString() || !ISO.matcher(value.stringValue()).matches()) {
            return false;
        }
        String text = value.stringValue();
        int month = twoDigits(text, 5);
        return month >= 1
                && month <= 12
                && twoDigits(text, 8) >= 1
                && twoDigits(text, 8)
                        <= YearMonth.of(Integer.parseInt(text.substring(0, 4)), month)
                                .lengthOfMonth()
                && twoDigits(text, 11) < 24
                && twoDigits(text, 14) < 60
                && twoDigits(text, 17) < 60;
    }

    private static int twoDigits(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    /** The time of a text as the official engine reads it: ISO 8601, or whatever {@link LooseDate} makes of it. */
    static OffsetDateTime parse(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isString)
                .flatMap(text -> find(text.stringValue()))
                .orElseThrow(() -> Failure.of("%s is not a date and time.", value));
    }

    private static Optional<OffsetDateTime> find(String text) {
        try {
            Matcher parts = PARTS.matcher(text);
            if (parts.matches()) {
                ZoneOffset offset = parts.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(parts.group(8));
                return Optional.of(dateTime(parts).atOffset(offset).withOffsetSameInstant(ZoneOffset.UTC));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        // The official engine tries the text as one in UTC first, even where it names another zone in words.
        return Optional.of(text)
                .filter(written -> !written.endsWith("Z"))
                .flatMap(written -> LooseDate.read(written + "Z"))
                .or(() -> LooseDate.read(text))
                .map(time -> time.atOffset(ZoneOffset.UTC));
    }

    private static LocalDateTime dateTime(Matcher parts) {
        LocalDate day =
                LocalDate.of(number(parts, 1, 1), number(parts, 2, 1), 1).plusDays(number(parts, 3, 1) - 1L);
        String fraction = parts.group(7) == null ? "0" : (parts.group(7) + "00").substring(0, 3);
        int hour = number(parts, 4, 0);
        boolean endOfDay = hour == 24 && number(parts, 5, 0) == 0 && number(parts, 6, 0) == 0;
        LocalTime time = LocalTime.of(
                endOfDay ? 0 : hour, number(parts, 5, 0), number(parts, 6, 0), Integer.parseInt(fraction) * 1_000_000);
        return day.plusDays(endOfDay ? 1 : 0).atTime(time);
    }

    private static int number(Matcher parts, int group, int otherwise) {
        return parts.group(group) == null ? otherwise : Integer.parseInt(parts.group(group));
    }
}

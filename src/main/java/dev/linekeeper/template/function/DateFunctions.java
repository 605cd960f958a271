package dev.linekeeper.template.function;

import static dev.linekeeper.template.function.Check.ANYTHING;
import static dev.linekeeper.template.function.Kind.BOOLEAN;
import static dev.linekeeper.template.function.Kind.NUMBER;
import static dev.linekeeper.template.function.Kind.OBJECT;
import static dev.linekeeper.template.function.Kind.STRING;
import static dev.linekeeper.template.function.Signature.takes;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Dates and times. */
final class DateFunctions {
    private static final String WITHOUT_ZONE = "YYYY-MM-DDTHH:mm:ss.SSS0000";

    private DateFunctions() {}

    static void register(Library.Shelf shelf) {
        putShift(shelf, "addDays", ChronoUnit.DAYS, ChronoField.DAY_OF_MONTH);
        putShift(shelf, "addHours", ChronoUnit.HOURS, ChronoField.HOUR_OF_DAY);
        putShift(shelf, "addMinutes", ChronoUnit.MINUTES, ChronoField.MINUTE_OF_HOUR);
        putShift(shelf, "addSeconds", ChronoUnit.SECONDS, ChronoField.SECOND_OF_MINUTE);
        shelf.put(
                "addToTime",
                STRING,
                takes(STRING, NUMBER, STRING).maybe(STRING, STRING),
                ANYTHING,
                (args, env) -> DateFormats.write(
                        Durations.add(Timestamps.iso(args[0]), args[1], args[2]), args, 5, DateFormats.DEFAULT, env));
        shelf.put(
                "subtractFromTime",
                STRING,
                takes(STRING, NUMBER, STRING).maybe(STRING, STRING),
                ANYTHING,
                (args, env) -> DateFormats.write(
                        Durations.subtractKnown(Timestamps.iso(args[0]), args[1], args[2]),
                        args,
                        5,
                        DateFormats.DEFAULT,
                        env));
        shelf.putUnsteady(
                "getFutureTime",
                STRING,
                takes(NUMBER, STRING).maybe(STRING, STRING),
                ANYTHING,
                (args, env) -> DateFormats.write(
                        Durations.addKnown(now(env), args[0], args[1]), args, 4, DateFormats.DEFAULT, env));
        shelf.putUnsteady(
                "getPastTime",
                STRING,
                takes(NUMBER, STRING).maybe(STRING, STRING),
                ANYTHING,
                (args, env) -> DateFormats.write(
                        Durations.subtractKnown(now(env), args[0], args[1]), args, 4, DateFormats.DEFAULT, env));
        shelf.putUnsteady(
                "utcNow",
                STRING,
                takes().maybe(STRING, STRING),
                ANYTHING,
                (args, env) -> DateFormats.write(now(env), args, 2, DateFormats.DEFAULT, env));
        shelf.put(
                "formatDateTime",
                STRING,
                takes(STRING).maybe(STRING, STRING),
                ANYTHING,
                (args, env) -> DateFormats.write(Timestamps.parse(args[0]), args, 3, DateFormats.DEFAULT, env));
        putStart(shelf, "startOfDay", time -> time.truncatedTo(ChronoUnit.DAYS));
        putStart(shelf, "startOfHour", time -> time.truncatedTo(ChronoUnit.HOURS));
        putStart(
                shelf, "startOfMonth", time -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1));
        shelf.put(
                "convertFromUTC",
                STRING,
                takes(STRING, STRING).maybe(STRING, STRING),
                ANYTHING,
                DateFunctions::fromUtc);
        shelf.put("convertToUTC", STRING, takes(STRING, STRING).maybe(STRING, STRING), ANYTHING, DateFunctions::toUtc);

        putPart(shelf, "dayOfMonth", OffsetDateTime::getDayOfMonth);
        putPart(shelf, "dayOfWeek", time -> time.getDayOfWeek().getValue() % 7);
        putPart(shelf, "dayOfYear", OffsetDateTime::getDayOfYear);
        putPart(shelf, "month", OffsetDateTime::getMonthValue);
        putPart(shelf, "year", OffsetDateTime::getYear);
        shelf.put(
                "date",
                STRING,
                takes(STRING),
                Check.STRING,
                (args, env) -> Text.node(DateFormats.write(Timestamps.iso(args[0]), "M/DD/YYYY")));
        shelf.put("getTimeOfDay", STRING, takes(STRING), Check.STRING, (args, env) -> timeOfDay(args[0]));
        shelf.put("isDateTime", BOOLEAN, takes(OBJECT), ANYTHING, (args, env) -> Values.of(Timestamps.isIso(args[0])));
        shelf.put(
                "dateTimeDiff",
                NUMBER,
                takes(STRING, STRING),
                ANYTHING,
                (args, env) -> Numbers.of(
                        (double) (Ticks.milliseconds(args[0]) - Ticks.milliseconds(args[1])) * Ticks.PER_MILLISECOND));
        Ticks.register(shelf);
    }

    static OffsetDateTime now(Environment env) {
        return env.clock().instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private static void putShift(Library.Shelf shelf, String name, ChronoUnit unit, ChronoField field) {
        shelf.put(name, STRING, takes(STRING, NUMBER).maybe(STRING, STRING), ANYTHING, (args, env) -> {
            if (!Numbers.isNumber(args[1])) {
                throw Failure.of("%s is not a number.".formatted(Text.of(args[1])));
            }
            OffsetDateTime time = Timestamps.iso(args[0]);
            long amount = (long) (time.get(field) + Numbers.toDouble(args[1])) - time.get(field);
            return DateFormats.write(Durations.plus(time, amount, unit), args, 4, DateFormats.DEFAULT, env);
        });
    }

    private static void putStart(Library.Shelf shelf, String name, UnaryOperator<OffsetDateTime> start) {
        shelf.put(
                name,
                STRING,
                takes(STRING).maybe(STRING, STRING),
                ANYTHING,
                (args, env) ->
                        DateFormats.write(start.apply(Timestamps.iso(args[0])), args, 3, DateFormats.DEFAULT, env));
    }

    private static void putPart(Library.Shelf shelf, String name, ToIntFunction<OffsetDateTime> part) {
        shelf.put(
                name,
                NUMBER,
                takes(STRING),
                Check.STRING,
                (args, env) -> Numbers.of(part.applyAsInt(Timestamps.iso(args[0]))));
    }

    private static JsonNode fromUtc(JsonNode[] args, Environment env) {
        ZoneId zone = TimeZones.of(args[1]);
        OffsetDateTime there = Timestamps.iso(args[0]).atZoneSameInstant(zone).toOffsetDateTime();
        return DateFormats.write(there, args, 4, WITHOUT_ZONE, env);
    }

    /** Fractions of a second are lost on the way, and an hour that comes twice is the second one, as in the official engine. */
    private static JsonNode toUtc(JsonNode[] args, Environment env) {
        ZoneId zone = TimeZones.of(args[1]);
        OffsetDateTime utc = Timestamps.parse(args[0])
                .truncatedTo(ChronoUnit.SECONDS)
                .toLocalDateTime()
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
        return DateFormats.write(utc, args, 4, DateFormats.DEFAULT, env);
    }

    private static JsonNode timeOfDay(JsonNode value) {
        OffsetDateTime time = Timestamps.parse(value);
        if (!Timestamps.isIso(value) && !DateFormats.write(time, WITHOUT_ZONE).equals(value.stringValue())) {
            return Values.UNDEFINED;
        }
        int clock = time.getHour() * 100 + time.getMinute();
        return Text.node(nameOf(clock));
    }

    private static String nameOf(int clock) {
        if (clock == 0) {
            return "midnight";
        }
        if (clock == 1200) {
            return "noon";
        }
        if (clock < 1200) {
            return "morning";
        }
        return clock < 1800 ? "afternoon" : clock <= 2200 ? "evening" : "night";
    }
}

package dev.linekeeper.template.function;

import static dev.linekeeper.template.function.Check.STRING;

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
public final class DateFunctions {
    private static final String WITHOUT_ZONE = "YYYY-MM-DDTHH:mm:ss.SSS0000";

    private DateFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        putShift(functions, "addDays", ChronoUnit.DAYS, ChronoField.DAY_OF_MONTH);
        putShift(functions, "addHours", ChronoUnit.HOURS, ChronoField.HOUR_OF_DAY);
        putShift(functions, "addMinutes", ChronoUnit.MINUTES, ChronoField.MINUTE_OF_HOUR);
        putShift(functions, "addSeconds", ChronoUnit.SECONDS, ChronoField.SECOND_OF_MINUTE);
        functions.put(
                "addToTime(string, number, string, string?, string?): string",
                (args, env) -> DateFormats.write(
                        Durations.add(Timestamps.iso(args[0]), args[1], args[2]), args, 5, DateFormats.DEFAULT, env));
        functions.put(
                "subtractFromTime(string, number, string, string?, string?): string",
                (args, env) -> DateFormats.write(
                        Durations.subtractKnown(Timestamps.iso(args[0]), args[1], args[2]),
                        args,
                        5,
                        DateFormats.DEFAULT,
                        env));
        functions.putUnsteady(
                "getFutureTime(number, string, string?, string?): string",
                (args, env) -> DateFormats.write(
                        Durations.addKnown(now(env), args[0], args[1]), args, 4, DateFormats.DEFAULT, env));
        functions.putUnsteady(
                "getPastTime(number, string, string?, string?): string",
                (args, env) -> DateFormats.write(
                        Durations.subtractKnown(now(env), args[0], args[1]), args, 4, DateFormats.DEFAULT, env));
        functions.putUnsteady(
                "utcNow(string?, string?): string",
                (args, env) -> DateFormats.write(now(env), args, 2, DateFormats.DEFAULT, env));
        functions.put(
                "formatDateTime(string, string?, string?): string",
                (args, env) -> DateFormats.write(Timestamps.parse(args[0]), args, 3, DateFormats.DEFAULT, env));
        putStart(functions, "startOfDay", time -> time.truncatedTo(ChronoUnit.DAYS));
        putStart(functions, "startOfHour", time -> time.truncatedTo(ChronoUnit.HOURS));
        putStart(
                functions,
                "startOfMonth",
                time -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1));
        functions.put("convertFromUTC(string, string, string?, string?): string", DateFunctions::fromUtc);
        functions.put("convertToUTC(string, string, string?, string?): string", DateFunctions::toUtc);

        putPart(functions, "dayOfMonth", OffsetDateTime::getDayOfMonth);
        putPart(functions, "dayOfWeek", time -> time.getDayOfWeek().getValue() % 7);
        putPart(functions, "dayOfYear", OffsetDateTime::getDayOfYear);
        putPart(functions, "month", OffsetDateTime::getMonthValue);
        putPart(functions, "year", OffsetDateTime::getYear);
        functions.put(
                "date(string): string",
                STRING,
                (args, env) -> Text.node(DateFormats.write(Timestamps.iso(args[0]), "M/DD/YYYY")));
        functions.put("getTimeOfDay(string): string", STRING, (args, env) -> timeOfDay(args[0]));
        functions.put("isDateTime(any): boolean", (args, env) -> Values.of(Timestamps.isIso(args[0])));
        functions.put(
                "dateTimeDiff(string, string): number",
                (args, env) -> Numbers.of(
                        (double) (Ticks.milliseconds(args[0]) - Ticks.milliseconds(args[1])) * Ticks.PER_MILLISECOND));
        Ticks.register(functions);
    }

    static OffsetDateTime now(Environment env) {
        return env.clock().instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private static void putShift(FunctionRegistry functions, String name, ChronoUnit unit, ChronoField field) {
        functions.put(name + "(string, number, string?, string?): string", (args, env) -> {
            if (!Numbers.isNumber(args[1])) {
                throw Failure.of("%s is not a number.".formatted(Text.of(args[1])));
            }
            OffsetDateTime time = Timestamps.iso(args[0]);
            long amount = (long) (time.get(field) + Numbers.toDouble(args[1])) - time.get(field);
            return DateFormats.write(Durations.plus(time, amount, unit), args, 4, DateFormats.DEFAULT, env);
        });
    }

    private static void putStart(FunctionRegistry functions, String name, UnaryOperator<OffsetDateTime> start) {
        functions.put(
                name + "(string, string?, string?): string",
                (args, env) ->
                        DateFormats.write(start.apply(Timestamps.iso(args[0])), args, 3, DateFormats.DEFAULT, env));
    }

    private static void putPart(FunctionRegistry functions, String name, ToIntFunction<OffsetDateTime> part) {
        functions.put(
                name + "(string): number", STRING, (args, env) -> Numbers.of(part.applyAsInt(Timestamps.iso(args[0]))));
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

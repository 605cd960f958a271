package dev.linekeeper.template.function.date;

import static dev.linekeeper.template.function.ArgumentCheck.STRING;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
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
                DateFormats.written(3, (args, env) -> Durations.add(Timestamps.iso(args[0]), args[1], args[2])));
        functions.put(
                "subtractFromTime(string, number, string, string?, string?): string",
                DateFormats.written(
                        3, (args, env) -> Durations.subtractKnown(Timestamps.iso(args[0]), args[1], args[2])));
        functions.putUnsteady(
                "getFutureTime(number, string, string?, string?): string",
                DateFormats.written(2, (args, env) -> Durations.addKnown(now(env), args[0], args[1])));
        functions.putUnsteady(
                "getPastTime(number, string, string?, string?): string",
                DateFormats.written(2, (args, env) -> Durations.subtractKnown(now(env), args[0], args[1])));
        functions.putUnsteady("utcNow(string?, string?): string", DateFormats.written(0, (args, env) -> now(env)));
        functions.put(
                "formatDateTime(string, string?, string?): string",
                DateFormats.written(1, (args, env) -> Timestamps.parse(args[0])));
        putStart(functions, "startOfDay", time -> time.truncatedTo(ChronoUnit.DAYS));
        putStart(functions, "startOfHour", time -> time.truncatedTo(ChronoUnit.HOURS));
        putStart(
                functions,
                "startOfMonth",
                time -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1));
        functions.put("convertFromUTC(string, string, string?, string?): string", DateFunctions::fromUtc);
        functions.put(
                "convertToUTC(string, string, string?, string?): string",
                DateFormats.written(2, (args, env) -> toUtc(args)));

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
                (args, env) -> JsNumbers.of(
                        (double) (Ticks.milliseconds(args[0]) - Ticks.milliseconds(args[1])) * Ticks.PER_MILLISECOND));
        Ticks.register(functions);
    }

    static OffsetDateTime now(Environment env) {
        return env.clock().instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    private static void putShift(FunctionRegistry functions, String name, ChronoUnit unit, ChronoField field) {
        functions.put(name + "(string, number, string?, string?): string", DateFormats.written(2, (args, env) -> {
            if (!JsNumbers.isNumber(args[1])) {
                throw Failure.of("%s is not a number.", args[1]);
            }
            OffsetDateTime time = Timestamps.iso(args[0]);
            long amount = (long) (time.get(field) + JsNumbers.toDouble(args[1])) - time.get(field);
            return Durations.plus(time, amount, unit);
        }));
    }

    private static void putStart(FunctionRegistry functions, String name, UnaryOperator<OffsetDateTime> start) {
        functions.put(
                name + "(string, string?, string?): string",
                DateFormats.written(1, (args, env) -> start.apply(Timestamps.iso(args[0]))));
    }

    private static void putPart(FunctionRegistry functions, String name, ToIntFunction<OffsetDateTime> part) {
        functions.put(
                name + "(string): number",
                STRING,
                (args, env) -> JsNumbers.of(part.applyAsInt(Timestamps.iso(args[0]))));
    }

    private static JsonNode fromUtc(JsonNode[] args, Environment env) {
        ZoneId zone = TimeZones.of(args[1]);
        OffsetDateTime there = Timestamps.iso(args[0]).atZoneSameInstant(zone).toOffsetDateTime();
        return DateFormats.write(there, args, 4, WITHOUT_ZONE, env);
    }

    /** Fractions of a second are lost on the way, and an hour that comes twice is the second one, as in the official engine. */
    private static OffsetDateTime toUtc(JsonNode[] args) {
        ZoneId zone = TimeZones.of(args[1]);
        return Timestamps.parse(args[0])
                .truncatedTo(ChronoUnit.SECONDS)
                .toLocalDateTime()
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toOffsetDateTime()
                .withOffsetSameInstant(ZoneOffset.UTC);
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

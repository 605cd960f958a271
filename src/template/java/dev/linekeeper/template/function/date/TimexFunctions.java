package dev.linekeeper.template.function.date;

import static dev.linekeeper.template.function.ArgumentCheck.STRING;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionBody;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a TIMEX expression means, and the next or last time that fits one. */
public final class TimexFunctions {
    private static final Pattern MINUTE_AND_SECOND = Pattern.compile("TXX:([0-5][0-9]):([0-5][0-9])");

    private TimexFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        putTest(functions, "isDefinite", Timex::isDefinite);
        putTest(functions, "isTime", Timex::isTime);
        putTest(functions, "isDuration", Timex::isDuration);
        putTest(functions, "isDate", Timex::isDate);
        putTest(functions, "isDateRange", Timex::isDateRange);
        putTest(functions, "isTimeRange", timex -> timex.has("partOfDay"));
        putTest(functions, "isPresent", timex -> timex.has("now"));
        putViable(functions, "getNextViableDate", (args, env) -> viableDate(args, env, true));
        putViable(functions, "getPreviousViableDate", (args, env) -> viableDate(args, env, false));
        putViable(functions, "getNextViableTime", (args, env) -> viableTime(args, env, true));
        putViable(functions, "getPreviousViableTime", (args, env) -> viableTime(args, env, false));
        functions.put("resolve(any): string", (args, env) -> resolve(Timex.of(args[0]), env));
        functions.put("dateReadBack(string, string): string", STRING, (args, env) -> {
            LocalDate today = Timestamps.iso(args[0]).toLocalDate();
            return Text.node(SpokenDate.of(Timestamps.iso(args[1]).toLocalDate(), today));
        });
    }

    private static void putTest(FunctionRegistry functions, String name, Predicate<Timex> test) {
        functions.put(name + "(any): boolean", (args, env) -> Values.of(test.test(Timex.of(args[0]))));
    }

    private static void putViable(FunctionRegistry functions, String name, FunctionBody body) {
        functions.putUnsteady(name + "(string, string?): string", body);
    }

    private static ZonedDateTime now(Environment env, JsonNode[] args) {
        ZoneId zone = args.length == 2 && args[1].isString() ? TimeZones.of(args[1]) : ZoneOffset.UTC;
        return env.clock().instant().atZone(zone);
    }

    private static JsonNode viableDate(JsonNode[] args, Environment env, boolean next) {
        Timex timex = Timex.of(args[0]);
        int month = timex.get("month");
        int day = timex.get("dayOfMonth");
        if (timex.get("year") != 0 || month == 0 || day == 0) {
            throw Failure.of("%s is not a timex of a month and a day, such as XXXX-10-31.", args[0]);
        }
        LocalDate today = now(env, args).toLocalDate();
        boolean later =
                month > today.getMonthValue() || (month == today.getMonthValue() && day >= today.getDayOfMonth());
        int year = today.getYear() + (next ? later ? 0 : 1 : later ? -1 : 0);
        while (month == 2 && day == 29 && !Year.isLeap(year)) {
            year += next ? 1 : -1;
        }
        return Text.node(LocalDate.of(year, 1, 1)
                .plusMonths(month - 1L)
                .plusDays(day - 1L)
                .toString());
    }

    private static JsonNode viableTime(JsonNode[] args, Environment env, boolean next) {
        String text = args[0].isString() ? args[0].stringValue() : "";
        if (!MINUTE_AND_SECOND.matcher(text).find()) {
            throw Failure.of("%s is not a timex of minutes and seconds, such as TXX:15:28.", args[0]);
        }
        Timex timex = Timex.parse(text.replaceFirst("XX", "00"));
        LocalTime now = now(env, args).toLocalTime();
        int wanted = timex.get("minute") * 60 + timex.get("second");
        boolean later = wanted >= now.getMinute() * 60 + now.getSecond();
        int hour = Math.floorMod(now.getHour() + (next ? later ? 0 : 1 : later ? -1 : 0), 24);
        String minutes = wanted == 0 ? "" : ":%02d".formatted(timex.get("minute"));
        String seconds = timex.get("second") == 0 ? "" : ":%02d".formatted(timex.get("second"));
        return Text.node("T%02d".formatted(hour) + minutes + seconds);
    }

    /** Its value; undefined for a range. */
    private static JsonNode resolve(Timex timex, Environment env) {
        if (!timex.hasType()) {
            throw Failure.of("The timex cannot be resolved.");
        }
        if (timex.has("season")) {
            return Text.node("not resolved");
        }
        if (timex.isDuration() && !timex.isDate() && !timex.isTime()) {
            return Text.node(Text.of(timex.seconds(), env.accountant()));
        }
        if (timex.isDuration() || timex.has("partOfDay")) {
            return Values.UNDEFINED;
        }
        if ((timex.isDate() || timex.isDateRange()) && !timex.has("year")) {
            throw Failure.of("A timex without a year cannot be resolved.");
        }
        String time = timex.isTime()
                ? "%02d:%02d:%02d".formatted(timex.get("hour"), timex.get("minute"), timex.get("second"))
                : "";
        if (!timex.isDefinite()) {
            return time.isEmpty() ? Values.UNDEFINED : Text.node(time);
        }
        String date = "%04d-%02d-%02d".formatted(timex.get("year"), timex.get("month"), timex.get("dayOfMonth"));
        return Text.node(time.isEmpty() ? date : date + " " + time);
    }
}

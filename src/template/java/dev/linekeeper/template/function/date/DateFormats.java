package dev.linekeeper.template.function.date;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionBody;
import dev.linekeeper.template.value.Text;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Writes times by .NET format texts, in the two steps of the official engine: the text is first turned into one for the
 * library Day.js ({@link DotNetFormat}), which then writes the time. Names of months and days are English whatever the
 * locale, because that is all the official engine has.
 */
final class DateFormats {
    private static final String DEFAULT = "YYYY-MM-DDTHH:mm:ss.SSS[Z]";

    private static final String TIME = "YYYY|YY|M{1,4}|D{1,2}|d{1,4}|H{1,2}|h{1,2}|a|A|m{1,2}|s{1,2}|Z{1,2}|SSS";

    /** A part of a time; with brackets around it, a text as it is. */
    private static final Pattern TOKEN = Pattern.compile("\\[([^\\]]++)]|" + TIME);

    /** The same where no bracket closes any more: otherwise each that opens would be followed to the end of the text. */
    private static final Pattern LAST_TOKEN = Pattern.compile("(\\[(?!))|" + TIME);

    private DateFormats() {}

    /**
     * A function whose value is a time in a text, in the format and for the locale its last two arguments may name.
     *
     * @param own how many arguments come before these
     */
    static FunctionBody written(int own, BiFunction<JsonNode[], Environment, OffsetDateTime> time) {
        return (args, env) -> write(time.apply(args, env), args, own + 2, DEFAULT, env);
    }

    /**
     * Writes the time as the last arguments of a function ask for.
     *
     * @param most how many arguments the function takes at most: the last is a locale, the one before it a format
     * @param otherwise the format when there is none
     */
    static JsonNode write(OffsetDateTime time, JsonNode[] args, int most, String otherwise, Environment env) {
        String format = format(args, most, otherwise);
        env.accountant().spend(format.length() * 2L);
        String written = write(time, format);
        return Text.node(written);
    }

    private static String format(JsonNode[] args, int most, String otherwise) {
        int place = most - 2;
        if (args.length <= place || !args[place].isString() || (args.length == most && !args[most - 1].isString())) {
            return otherwise;
        }
        String format = args[place].stringValue();
        return format.isEmpty() ? DEFAULT : DotNetFormat.toDayJs(format);
    }

    static String write(OffsetDateTime time, String format) {
        int closed = format.lastIndexOf(']') + 1;
        StringBuilder written = new StringBuilder();
        write(time, TOKEN.matcher(format.substring(0, closed)), written);
        write(time, LAST_TOKEN.matcher(format.substring(closed)), written);
        return written.toString();
    }

    private static void write(OffsetDateTime time, Matcher tokens, StringBuilder written) {
        while (tokens.find()) {
            String literal = tokens.group(1);
            String replacement = literal == null ? part(time, tokens.group()) : literal;
            tokens.appendReplacement(written, Matcher.quoteReplacement(replacement));
        }
        tokens.appendTail(written);
    }

    private static String part(OffsetDateTime time, String token) {
        return switch (token) {
            case "YY" -> lastTwo(String.valueOf(time.getYear()));
            case "YYYY" -> padded(time.getYear(), 4);
            case "M", "MM" -> padded(time.getMonthValue(), token.length());
            case "MMM" ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "D", "DD" -> padded(time.getDayOfMonth(), token.length());
            case "d" -> String.valueOf(time.getDayOfWeek().getValue() % 7);
            case "dd", "ddd" -> dayOfWeek(time).substring(0, token.length());
            case "dddd" -> dayOfWeek(time);
            case "H", "HH" -> padded(time.getHour(), token.length());
            case "h", "hh" -> padded((time.getHour() + 11) % 12 + 1, token.length());
            case "a" -> time.getHour() < 12 ? "am" : "pm";
            case "A" -> time.getHour() < 12 ? "AM" : "PM";
            case "m", "mm" -> padded(time.getMinute(), token.length());
            case "s", "ss" -> padded(time.getSecond(), token.length());
            case "SSS" -> padded(time.getNano() / 1_000_000, 3);
            default -> offset(time, token.equals("Z") ? ":" : "");
        };
    }

    private static String lastTwo(String year) {
        return year.substring(Math.max(0, year.length() - 2));
    }

    private static String dayOfWeek(OffsetDateTime time) {
        return time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String padded(int number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static String offset(OffsetDateTime time, String separator) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String sign = minutes < 0 ? "-" : "+";
        return sign + padded(Math.abs(minutes) / 60, 2) + separator + padded(Math.abs(minutes) % 60, 2);
    }
}

package dev.linekeeper.template.function.date;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A TIMEX expression, such as {@code 2020-12-20T14} or {@code XXXX-WXX-6}, taken apart. Only what is known has a field.
 *
 * @param fields {@code year}, {@code month}, {@code dayOfMonth}, {@code hour}, {@code days} and so on
 */
record Timex(ObjectNode fields) {
    private static final Pattern GROUP = Pattern.compile("\\?<(\\w+)>");
    private static final List<Pattern> DATES = List.of(
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<dayOfMonth>\\d\\d)"),
            Pattern.compile("XXXX-WXX-(?<dayOfWeek>\\d)"),
            Pattern.compile("XXXX-(?<month>\\d\\d)-(?<dayOfMonth>\\d\\d)"),
            Pattern.compile("(?<year>\\d{4})"),
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)"),
            Pattern.compile("(?<season>SP|SU|FA|WI)"),
            Pattern.compile("(?<year>\\d{4})-(?<season>SP|SU|FA|WI)"),
            Pattern.compile("(?<year>\\d{4})-W(?<weekOfYear>\\d\\d)(?<weekend>-WE)?"),
            Pattern.compile("XXXX-(?<month>\\d\\d)"),
            Pattern.compile("XXXX-(?<month>\\d\\d)-W(?<weekOfMonth>\\d\\d)"),
            Pattern.compile("XXXX-(?<month>\\d\\d)-WXX-(?<weekOfMonth>\\d)-(?<dayOfWeek>\\d)"));
    private static final List<Pattern> TIMES = List.of(
            Pattern.compile("T(?<hour>\\d\\d)(?::(?<minute>\\d\\d)(?::(?<second>\\d\\d))?)?"),
            Pattern.compile("T(?<partOfDay>DT|NI|MO|AF|EV)"));
    private static final List<Pattern> PERIODS = List.of(
            period("P", "years", "Y"),
            period("P", "months", "M"),
            period("P", "weeks", "W"),
            period("P", "days", "D"),
            period("PT", "hours", "H"),
            period("PT", "minutes", "M"),
            period("PT", "seconds", "S"));
    private static final List<String> DURATIONS =
            List.of("years", "months", "weeks", "days", "hours", "minutes", "seconds");
    private static final int[] SECONDS = {31_536_000, 2_592_000, 604_800, 86_400, 3600, 60, 1};

    /** A number and a unit; however long the number, there is one way to read it. */
    private static Pattern period(String before, String field, String unit) {
        return Pattern.compile(before + "(?<" + field + ">\\d++(?:\\.\\d++)?+|\\.\\d++)" + unit);
    }

    /** Takes a text apart, or the fields of an object as they are. */
    static Timex of(JsonNode value) {
        if (value.isString()) {
            return parse(value.stringValue());
        }
        if (value.isContainer() ? value.isEmpty() : !value.isBinary() && !value.isPojo()) {
            throw Failure.of("%s is not a timex.", value);
        }
        ObjectNode fields = Values.object();
        return new Timex(value.isObject() ? fields.setAll((ObjectNode) value) : fields).withWholeTime();
    }

    static Timex parse(String text) {
        Timex timex = new Timex(Values.object());
        if (text.equals("PRESENT_REF")) {
            timex.fields.put("now", true);
        } else if (text.startsWith("P")) {
            timex.read(text, PERIODS);
        } else if (text.startsWith("(") && text.endsWith(")")) {
            String[] parts = text.substring(1, text.length() - 1).split(",", -1);
            if (parts.length == 3) {
                timex.readDateAndTime(parts[0]);
                timex.read(parts[2], PERIODS);
            }
        } else {
            timex.readDateAndTime(text);
        }
        return timex.withWholeTime();
    }

    private void readDateAndTime(String text) {
        int time = text.indexOf('T');
        read(time < 0 ? text : text.substring(0, time), DATES);
        if (time >= 0) {
            read(text.substring(time), TIMES);
        }
    }

    private void read(String text, List<Pattern> patterns) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                Matcher names = GROUP.matcher(pattern.pattern());
                while (names.find()) {
                    put(names.group(1), matcher.group(names.group(1)));
                }
                return;
            }
        }
    }

    private void put(String name, @org.jspecify.annotations.Nullable String value) {
        if (value == null) {
            return;
        }
        double number = JsNumbers.parseDecimal(value);
        fields.set(
                name,
                name.equals("weekend")
                        ? Values.of(true)
                        : Double.isNaN(number) ? Text.node(value) : JsNumbers.of(number));
    }

    private Timex withWholeTime() {
        if (has("hour")) {
            Map.of("minute", 0, "second", 0).forEach((name, zero) -> {
                if (!has(name)) {
                    fields.put(name, zero);
                }
            });
        }
        return this;
    }

    boolean has(String... names) {
        for (String name : names) {
            if (!fields.has(name)) {
                return false;
            }
        }
        return true;
    }

    /** The field as an integer; 0 if it is not there. */
    int get(String name) {
        JsonNode value = fields.path(name);
        return JsNumbers.isNumber(value) ? JsNumbers.toInt(value) : 0;
    }

    boolean isDefinite() {
        return has("year", "month", "dayOfMonth");
    }

    boolean isTime() {
        return has("hour", "minute", "second");
    }

    boolean isDate() {
        return has("month", "dayOfMonth") || has("dayOfWeek");
    }

    boolean isDateRange() {
        return (!has("dayOfMonth") && (has("year") || has("month")))
                || has("season")
                || has("weekOfYear")
                || has("weekOfMonth");
    }

    /** Whether it says anything about time at all. */
    boolean hasType() {
        return isDate() || isTime() || isDateRange() || isDuration() || has("partOfDay") || has("now");
    }

    boolean isDuration() {
        return DURATIONS.stream().anyMatch(this::has);
    }

    /** Seconds of the duration, a month counting 30 days and a year 365. */
    JsonNode seconds() {
        return DURATIONS.stream()
                .filter(this::has)
                .findFirst()
                .map(unit -> JsNumbers.of(SECONDS[DURATIONS.indexOf(unit)] * JsNumbers.toDouble(fields.get(unit))))
                .orElse(Values.UNDEFINED);
    }
}

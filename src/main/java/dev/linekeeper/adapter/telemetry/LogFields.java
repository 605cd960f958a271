package dev.linekeeper.adapter.telemetry;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * What our lines say as {@code key=value}, as fields of a JSON log: everything below {@code linekeeper}, so that
 * {@code linekeeper.request} finds the same as {@code request=} does in a log of text. A text that an argument brings along
 * makes no field: keys are read from the pattern, whose values come from the arguments.
 */
public final class LogFields implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {
    private static final String OURS = "dev.linekeeper.";
    private static final String PLACE = "{}";
    private static final Pattern PAIR = Pattern.compile("\\{}|([a-z][A-Za-z0-9_-]*)=(\"[^\"]*\"|[^ \\n]*)");

    @Override
    public void customize(Members<ILoggingEvent> members) {
        members.add("linekeeper", LogFields::of).whenNotEmpty();
    }

    /** The pairs of a line, in its order; none of a line that is not ours. */
    static Map<String, @Nullable Object> of(ILoggingEvent event) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (!event.getLoggerName().startsWith(OURS)) {
            return fields;
        }
        var pair = PAIR.matcher(event.getMessage());
        @Nullable Object[] arguments = event.getArgumentArray() == null ? new Object[0] : event.getArgumentArray();
        for (int next = 0; pair.find(); ) {
            if (pair.group(1) == null) {
                next++; // a place without a key
                continue;
            }
            String value = pair.group(2).replace("\"", "");
            if (value.equals(PLACE)) {
                fields.put(pair.group(1), plain(next < arguments.length ? arguments[next] : null));
                next++;
                continue;
            }
            while (value.contains(PLACE) && next < arguments.length) {
                value = value.replaceFirst("\\{}", Matcher.quoteReplacement(String.valueOf(arguments[next++])));
            }
            fields.put(pair.group(1), plain(value));
        }
        return fields;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof String text && text.matches("-?\\d{1,18}")) {
            return Long.valueOf(text);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}

package dev.linekeeper.core.schedule;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why Linekeeper itself asks for something, as it is kept in place of a person's words.
 *
 * @param detail the number of a request; empty where {@code cause} says it all
 */
public record OwnReason(Cause cause, String detail) {
    private static final Pattern TEXT = Pattern.compile("linekeeper:([A-Z_]+) ?(.*)");

    /** The names are stored: do not rename. */
    public enum Cause {
        /** What was wanted until a day is over. */
        ENDED,
        /** Who it is for left. */
        LEFT
    }

    /** The reason of that text; empty for what a person wrote. */
    public static Optional<OwnReason> of(String text) {
        var match = TEXT.matcher(text);
        return match.matches()
                ? Optional.of(new OwnReason(Cause.valueOf(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "linekeeper:%s %s".formatted(cause, detail).strip();
    }
}

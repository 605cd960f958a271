package dev.linekeeper.core.request;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a request, said and shown as {@code SC-1042}. */
public record RequestId(long number) implements Comparable<RequestId> {
    /** No request has a lower one. */
    public static final RequestId FIRST = new RequestId(1);

    private static final Pattern WRITTEN = Pattern.compile("(?:sc\\s*-?\\s*|#\\s*)?(\\d{1,15})");

    public RequestId {
        if (number < 1) {
            throw new IllegalArgumentException("Request numbers start at 1, not %d".formatted(number));
        }
    }

    /** Reads {@code SC-1042}, {@code sc 1042}, {@code #1042} or {@code 1042}; empty when the text is none of these. */
    public static Optional<RequestId> parse(String written) {
        var match = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        return match.matches()
                ? Optional.of(Long.parseLong(match.group(1)))
                        .filter(number -> number > 0)
                        .map(RequestId::new)
                : Optional.empty();
    }

    @Override
    public int compareTo(RequestId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "SC-" + number;
    }
}

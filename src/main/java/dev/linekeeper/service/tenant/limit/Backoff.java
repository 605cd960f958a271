package dev.linekeeper.service.tenant.limit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something that failed is tried again: twice as long after each failure, up to a longest wait.
 * A value: the caller counts the failures.
 *
 * @param first the wait after the first failure
 * @param longest no wait is longer than this
 */
public record Backoff(Duration first, Duration longest) {
    private static final int DOUBLINGS = 16;

    /** The wait after that many failures in a row; 1 is the first. */
    public Duration after(int failures) {
        return shorter(first.multipliedBy(1L << Math.clamp(failures - 1L, 0, DOUBLINGS)), longest);
    }

    /** The same with jitter, at least half of it: callers that failed together do not come again together. */
    public Duration after(int failures, RandomGenerator random) {
        long most = after(failures).toMillis();
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    /** The next wait of a caller that has waited {@code waited} in all: as long again. */
    public Duration afterWaiting(Duration waited) {
        return shorter(waited.compareTo(first) < 0 ? first : waited, longest);
    }

    /**
     * The wait that a service asks for with an HTTP header
     * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">Retry-After</a>: seconds or a date. A date that has
     * passed is no wait; a text that is neither is empty.
     */
    public static Optional<Duration> retryAfter(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration wait = Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

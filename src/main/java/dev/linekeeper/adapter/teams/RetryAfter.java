package dev.linekeeper.adapter.teams;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a message is sent once more. */
final class RetryAfter {
    private static final Duration FIRST = Duration.ofMillis(500);

    private RetryAfter() {}

    /**
     * What the channel asks for: seconds or a date ({@code Retry-After}); without, longer after each attempt and never
     * quite the same (T19).
     */
    static Duration of(Optional<String> header, int attempt, Clock clock) {
        return header.flatMap(text -> asked(text.strip(), clock)).orElseGet(() -> backOff(attempt));
    }

    private static Optional<Duration> asked(String text, Clock clock) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            Duration wait = Duration.between(clock.instant(), date);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Duration backOff(int attempt) {
        Duration longer = FIRST.multipliedBy(1L << attempt);
        return longer.plusMillis(ThreadLocalRandom.current().nextLong(FIRST.toMillis()));
    }
}

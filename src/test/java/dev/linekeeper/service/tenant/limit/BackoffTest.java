package dev.linekeeper.service.tenant.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.architecture.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(2));

    @ParameterizedTest
    @CsvSource({"1,PT2S", "2,PT4S", "3,PT8S", "6,PT1M4S", "7,PT2M", "1000,PT2M"})
    @Requirement("T19")
    void each_failure_doubles_the_wait_up_to_the_longest(int failures, Duration wait) {
        assertThat(backoff.after(failures)).isEqualTo(wait);
        assertThat(backoff.after(failures, RandomGenerator.getDefault())).isBetween(wait.dividedBy(2), wait);
    }

    @Test
    @Requirement("T19")
    void who_failed_together_does_not_come_back_together() {
        var waits = new Random(1)
                .longs(50)
                .mapToObj(seed -> backoff.after(3, new Random(seed)))
                .collect(Collectors.toSet());
        assertThat(waits).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({"PT0S,PT2S", "PT1S,PT2S", "PT30S,PT30S", "PT3H,PT2M"})
    void who_waited_waits_as_long_again(Duration waited, Duration wait) {
        assertThat(backoff.afterWaiting(waited)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "17,PT17S",
        "' 0 ',PT0S",
        "'Wed, 25 Nov 2026 12:00:30 GMT',PT30S",
        "'Wed, 25 Nov 2026 11:00:00 GMT',PT0S"
    })
    void a_service_asks_for_seconds_or_names_a_date(String header, Duration wait) {
        assertThat(Backoff.retryAfter(header, NOON)).contains(wait);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-5", "''", "99999999999999999999"})
    void what_is_neither_is_not_guessed(String header) {
        assertThat(Backoff.retryAfter(header, NOON)).isEmpty();
    }
}

package dev.linekeeper.adapter.store.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseClockTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void a_machine_ten_minutes_ahead_goes_by_the_database() {
        var clock = clock(NOON.plus(Duration.ofMinutes(10)));
        assertThat(clock.compare(NOON, Duration.ZERO)).contains(Duration.ofMinutes(10));

        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(30));
        assertThat(clock.withZone(ZoneOffset.ofHours(1)).instant()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void a_clock_that_is_kept_is_left_alone() {
        var clock = clock(NOON.plusMillis(1500));
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1500));
        assertThat(clock.compare(NOON, Duration.ZERO)).isEmpty();
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1500));
    }

    @Test
    void an_answer_that_was_long_under_way_makes_no_clock_wrong() {
        var clock = clock(NOON.plusSeconds(9));
        assertThat(clock.compare(NOON, Duration.ofSeconds(8))).isEmpty();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(9));
        assertThat(clock.compare(NOON.plusSeconds(18), Duration.ofSeconds(8))).contains(Duration.ofSeconds(-9));
    }

    @Test
    void a_clock_that_was_put_right_is_believed_again() {
        var clock = clock(NOON);
        clock.compare(NOON.minusSeconds(600), Duration.ZERO);
        assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(600));
        clock.compare(NOON.plusSeconds(1), Duration.ZERO);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void it_is_compared_with_the_database_before_anything_starts() {
        var clock = new DatabaseClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)));
        var rounds = new ClockRounds(Optional.of(clock), new DriverManagerDataSource("jdbc:h2:mem:clock", "", ""));
        rounds.start();
        rounds.stop();

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
        assertThat(rounds.getPhase()).isEqualTo(Integer.MIN_VALUE);
    }

    private DatabaseClock clock(Instant machine) {
        return new DatabaseClock(Clock.fixed(machine, ZoneOffset.UTC), nanos::get);
    }
}

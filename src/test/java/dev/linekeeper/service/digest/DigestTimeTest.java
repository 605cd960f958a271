package dev.linekeeper.service.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTimeTest {
    private static final DigestTime MONDAYS =
            new DigestTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-11-28T12:00:00Z, 2026-11-30T07:00:00Z, 2026-11-23
        2026-11-30T06:59:59Z, 2026-11-30T07:00:00Z, 2026-11-23
        2026-11-30T07:00:00Z, 2026-12-07T07:00:00Z, 2026-11-30
        2026-11-29T23:30:00Z, 2026-11-30T07:00:00Z, 2026-11-23
        2027-03-27T12:00:00Z, 2027-03-29T06:00:00Z, 2027-03-22
        """)
    void the_next_is_after_a_moment_and_the_last_is_a_week_before_it(Instant moment, Instant next, LocalDate last) {
        assertThat(MONDAYS.next(moment)).isEqualTo(next);
        assertThat(MONDAYS.last(moment)).isEqualTo(last);
    }
}

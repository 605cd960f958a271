package dev.linekeeper.chat.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.history.WrittenMoment.BeforeRequest;
import dev.linekeeper.chat.history.WrittenMoment.NoMoment;
import dev.linekeeper.chat.history.WrittenMoment.OfVersion;
import dev.linekeeper.chat.history.WrittenMoment.OneOfDays;
import dev.linekeeper.chat.history.WrittenMoment.Within;
import dev.linekeeper.chat.schedule.Days;
import dev.linekeeper.core.request.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenMomentTest {
    private static final Days DAYS =
            new Days(Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        today            | 2026-11-28
        Yesterday        | 2026-11-27
        gestern          | 2026-11-27
        hier             | 2026-11-27
        vorgestern       | 2026-11-26
        3 days ago       | 2026-11-25
        vor 3 Tagen      | 2026-11-25
        il y a 3 jours   | 2026-11-25
        2026-11-20       | 2026-11-20
        20.11.2026       | 2026-11-20
        20 November      | 2026-11-20
        November 20th    | 2026-11-20
        1 December       | 2025-12-01
        Friday           | 2026-11-27
        """)
    void a_day_is_the_last_one_of_that_name_from_midnight_to_midnight(String written, LocalDate day) {
        assertThat(WrittenMoment.read(written, DAYS))
                .isEqualTo(new Within(
                        day.atStartOfDay(DAYS.zone()).toInstant(),
                        day.plusDays(1).atStartOfDay(DAYS.zone()).toInstant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20 14:30", "2026-11-20T14:30", "20.11.2026 um 14:30 Uhr", "20 November at 14:30"})
    void a_time_of_a_day_is_a_minute(String written) {
        Instant from = Instant.parse("2026-11-20T13:30:00Z");
        assertThat(WrittenMoment.read(written, DAYS)).isEqualTo(new Within(from, from.plusSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before SC-1001", "to before request 1001", "vor SC 1001", "avant SC-1001"})
    void a_request_is_the_moment_before_it(String written) {
        assertThat(WrittenMoment.read(written, DAYS)).isEqualTo(new BeforeRequest(new RequestId(1001)));
    }

    @Test
    void a_button_names_a_version() {
        assertThat(WrittenMoment.read("version 12", DAYS)).isEqualTo(new OfVersion(12));
    }

    @Test
    void what_may_be_two_days_is_a_question() {
        assertThat(WrittenMoment.read("02/03/2026", DAYS))
                .isEqualTo(new OneOfDays(List.of(LocalDate.of(2026, 2, 3), LocalDate.of(2026, 3, 2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "someday", "2026-13-40", "2026-11-20 25:00", "before lunch", "tomorrow", "2027-01-01"})
    void what_is_no_time_that_is_over_is_none(String written) {
        assertThat(WrittenMoment.read(written, DAYS)).isInstanceOf(NoMoment.class);
    }
}

package dev.linekeeper.core.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times in which nobody begins; 2026-11-23 is a Monday. */
class FreezeWindowsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        mon-fri 08:00-18:00,2026-11-23T12:00:00Z,2026-11-23T17:00:00Z
        mon-fri 08:00-18:00,2026-11-23T17:00:00Z,
        mon-fri 08:00-18:00,2026-11-28T12:00:00Z,
        daily 22:00-06:00,2026-11-23T22:00:00Z,2026-11-24T05:00:00Z
        daily 22:00-06:00,2026-11-24T04:59:59Z,2026-11-24T05:00:00Z
        'sat,sun 00:00-24:00',2026-11-28T12:00:00Z,2026-11-29T23:00:00Z
        fri-mon 00:00-24:00,2026-11-27T12:00:00Z,2026-11-30T23:00:00Z
        2026-12-18T18:00/2027-01-04T07:00,2026-12-24T00:00:00Z,2027-01-04T06:00:00Z
        2026-12-18T18:00/2027-01-04T07:00,2027-01-04T06:00:00Z,
        daily 01:00-04:00,2027-03-28T00:30:00Z,2027-03-28T02:00:00Z
        """)
    void the_end_is_told_on_the_clock_of_the_place(String window, Instant now, Instant until) {
        assertThat(windows(window).until(now)).isEqualTo(Optional.ofNullable(until));
    }

    @Test
    void windows_that_touch_are_one() {
        var weekend = windows("fri 18:00-24:00", "sat,sun 00:00-24:00", "mon 00:00-07:00");
        assertThat(weekend.until(Instant.parse("2026-11-27T18:00:00Z")))
                .contains(Instant.parse("2026-11-30T06:00:00Z"));
        assertThat(windows("daily 00:00-24:00").until(Instant.parse("2026-11-27T18:00:00Z")))
                .as("always: told as far as it was followed")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sat",
                "sat 8:00-9:00",
                "sa 08:00-09:00",
                "sat 08:00-25:00",
                "mon- 08:00-09:00",
                "2026-12-18/2027-01-04",
                "2027-01-04T07:00/2026-12-18T18:00",
                "0 0 * * *"
            })
    void what_is_no_window_is_refused(String written) {
        assertThatThrownBy(() -> FreezeWindow.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    private static FreezeWindows windows(String... written) {
        return new FreezeWindows(Stream.of(written).map(FreezeWindow::of).toList(), ZoneId.of("Europe/Berlin"));
    }
}

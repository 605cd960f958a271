package dev.linekeeper.service.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.core.history.PersonSettings;
import dev.linekeeper.core.history.SettingsVersion;
import dev.linekeeper.core.history.TimelineEntry;
import dev.linekeeper.core.request.RequestId;
import dev.linekeeper.core.tenant.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VersionSearchTest {
    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final List<TimelineEntry> TIMELINE =
            List.of(version(1, 0, 48, 0), version(2, 72, 96, 0), version(3, 96, 96, 1001), version(4, 120, 130, 0));

    @Test
    void what_was_read_that_day_is_what_it_was() {
        assertThat(within(24, 48)).containsExactly(1);
        assertThat(within(121, 122)).containsExactly(4);
    }

    @Test
    void several_of_one_day_are_all_of_them() {
        assertThat(within(72, 97)).containsExactly(2, 3);
    }

    @Test
    void between_two_readings_it_may_have_been_either() {
        assertThat(within(50, 60)).containsExactly(1, 2);
    }

    @Test
    void after_the_last_reading_it_is_the_last_and_before_the_first_nobody_knows() {
        assertThat(within(200, 224)).containsExactly(4);
        assertThat(within(-24, 0)).isEmpty();
    }

    @Test
    void before_a_request_is_the_version_that_it_changed() {
        assertThat(VersionSearch.before(TIMELINE, new RequestId(1001)))
                .map(entry -> entry.version().number())
                .contains(2);
        assertThat(VersionSearch.before(TIMELINE, new RequestId(7))).isEmpty();
        assertThat(VersionSearch.before(TIMELINE.subList(2, 4), new RequestId(1001)))
                .as("the one before is deleted")
                .isEmpty();
    }

    @Test
    void a_version_is_found_by_its_number_and_one_that_became_part_of_another_by_that() {
        var timeline = List.of(version(3, 0, 1, 0), version(6, 2, 3, 0));
        assertThat(VersionSearch.of(timeline, 3)).contains(timeline.get(0));
        assertThat(VersionSearch.of(timeline, 5)).contains(timeline.get(1));
        assertThat(VersionSearch.of(timeline, 1)).as("deleted").isEmpty();
        assertThat(VersionSearch.of(timeline, 7)).as("not there yet").isEmpty();
    }

    private static List<Integer> within(int from, int to) {
        return VersionSearch.within(TIMELINE, at(from), at(to)).stream()
                .map(entry -> entry.version().number())
                .toList();
    }

    private static TimelineEntry version(int number, int since, int until, int request) {
        return new TimelineEntry(
                new SettingsVersion(
                        new UserId("00000000-0000-0000-0000-0000000000b1"),
                        number,
                        new PersonSettings(Optional.of(true), Optional.empty(), Map.of(), Optional.empty(), Map.of()),
                        at(since),
                        at(until),
                        request == 0 ? Optional.empty() : Optional.of(new RequestId(request))),
                Optional.empty(),
                List.of());
    }

    private static Instant at(int hours) {
        return DAY.plus(Duration.ofHours(hours));
    }
}

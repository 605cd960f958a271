package dev.linekeeper.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days from which and until which a change is wanted.
 *
 * @param start the day at whose beginning it is made; empty for as soon as it is approved
 * @param end the last day on which it holds; empty for good
 * @param zone whose days they are
 */
public record Schedule(Optional<LocalDate> start, Optional<LocalDate> end, ZoneId zone) {
    private static final List<Duration> REMINDED_BEFORE = List.of(Duration.ofDays(7), Duration.ofDays(1));

    public Schedule {
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw new IllegalArgumentException("It ends on %s and starts on %s".formatted(end.get(), start.get()));
        }
    }

    /** The days, where one is named. */
    public static Optional<Schedule> of(Optional<LocalDate> start, Optional<LocalDate> end, ZoneId zone) {
        return start.isEmpty() && end.isEmpty() ? Optional.empty() : Optional.of(new Schedule(start, end, zone));
    }

    /** When it is made at the earliest. */
    public Optional<Instant> startsAt() {
        return start.map(this::beginning);
    }

    /** When it holds no more: the end of its last day. */
    public Optional<Instant> endsAt() {
        return end.map(day -> beginning(day.plusDays(1)));
    }

    /** Whether its start is still to come. */
    public boolean waits(Instant now) {
        return startsAt().filter(now::isBefore).isPresent();
    }

    /** Whether its last day is over. */
    public boolean isOver(Instant now) {
        return endsAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** The moments after {@code now} at which those concerned are told that the end is near. */
    public Stream<Instant> reminders(Instant now) {
        return endsAt().stream()
                .flatMap(end -> REMINDED_BEFORE.stream().map(end::minus))
                .filter(now::isBefore);
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** One canonical text, such as {@code 2026-12-01/2027-01-31 Europe/Berlin}; a side without a day is empty. */
    @Override
    public String toString() {
        return "%s/%s %s"
                .formatted(
                        start.map(LocalDate::toString).orElse(""),
                        end.map(LocalDate::toString).orElse(""),
                        zone);
    }
}

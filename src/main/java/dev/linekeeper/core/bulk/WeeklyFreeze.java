package dev.linekeeper.core.bulk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A freeze on days of the week; where its end is not after its start, into the day after. */
record WeeklyFreeze(Set<DayOfWeek> days, LocalTime from, LocalTime to) implements FreezeWindow {
    WeeklyFreeze {
        days = Set.copyOf(days);
    }

    @Override
    public Optional<Instant> end(Instant at, ZoneId zone) {
        LocalDate today = at.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .flatMap(day -> new OneFreeze(
                                day.atTime(from),
                                day.plusDays(to.isAfter(from) ? 0 : 1).atTime(to))
                        .end(at, zone).stream())
                .findFirst();
    }
}

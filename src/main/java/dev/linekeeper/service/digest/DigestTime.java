package dev.linekeeper.service.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** When in the week the digest is made. */
public record DigestTime(DayOfWeek day, LocalTime at, ZoneId zone) {
    /** The first time after that moment. */
    public Instant next(Instant after) {
        LocalDate day = LocalDate.ofInstant(after, zone).with(TemporalAdjusters.nextOrSame(this.day));
        Instant moment = moment(day);
        return moment.isAfter(after) ? moment : moment(day.plusWeeks(1));
    }

    /** The day of the last time that is not after that moment. */
    public LocalDate last(Instant now) {
        return LocalDate.ofInstant(next(now), zone).minusWeeks(1);
    }

    private Instant moment(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }
}

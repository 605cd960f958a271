package dev.linekeeper.settings;

import dev.linekeeper.core.bulk.Caution;
import dev.linekeeper.core.bulk.FreezeWindow;
import dev.linekeeper.core.bulk.FreezeWindows;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How a request for many people is applied once it is approved.
 *
 * @param canary how many people are done and judged before the others begin; 0 for none
 * @param afterCanary whether the others then begin by themselves, or when somebody says so
 * @param stopAt the share of people, in per cent, with whom it may end badly before nobody begins any more; never
 *     fewer than three
 * @param freeze when nobody begins: {@code sat,sun 00:00-24:00}, {@code 2026-12-18T18:00/2027-01-04T07:00}
 * @param timeZone of these times
 * @param listsKept how long the rows of a list are kept that somebody gave
 */
public record BulkSettings(
        @DefaultValue("3") @Min(0) @Max(100) int canary,

        @Name("continue") @DefaultValue("automatic") Continuation afterCanary,

        @DefaultValue("5") @Min(1) @Max(100) int stopAt,
        @DefaultValue List<String> freeze,
        @DefaultValue("UTC") ZoneId timeZone,
        @DefaultValue("7d") @DurationMin(days = 1) Duration listsKept) {

    /** Reads the windows, so that binding fails and says which is not one. */
    public BulkSettings {
        freeze.forEach(FreezeWindow::of);
    }

    /** What follows when those who were first have ended well. */
    public enum Continuation {
        AUTOMATIC,
        ASK
    }

    public Caution caution() {
        return new Caution(canary, afterCanary == Continuation.ASK, stopAt);
    }

    public FreezeWindows windows() {
        return new FreezeWindows(freeze.stream().map(FreezeWindow::of).toList(), timeZone);
    }
}

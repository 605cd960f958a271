package dev.linekeeper.template.function.date;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** So many of a unit of time, before or after. Months and years end on the last day where the day does not exist. */
final class Durations {
    private Durations() {}

    /** A unit nobody knows counts milliseconds, as in the official engine. */
    static OffsetDateTime add(OffsetDateTime time, JsonNode amount, JsonNode unit) {
        if (!unit.isString()) {
            throw Failure.of("%s is not a unit of time.", unit);
        }
        return plus(time, amount(amount), unit(unit).orElse(ChronoUnit.MILLIS));
    }

    static OffsetDateTime addKnown(OffsetDateTime time, JsonNode amount, JsonNode unit) {
        return plus(time, amount(amount), known(unit));
    }

    static OffsetDateTime subtractKnown(OffsetDateTime time, JsonNode amount, JsonNode unit) {
        return plus(time, -amount(amount), known(unit));
    }

    static OffsetDateTime plus(OffsetDateTime time, long amount, ChronoUnit unit) {
        try {
            OffsetDateTime moved = time.plus(amount, unit);
            if (moved.getYear() >= 0 && moved.getYear() <= 275_759) {
                return moved;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Reported below, as a year beyond what JavaScript knows is.
        }
        throw Failure.of("The time is beyond all calendars.");
    }

    private static ChronoUnit known(JsonNode unit) {
        return unit(unit).orElseThrow(() -> Failure.of("%s is not a unit of time.", unit));
    }

    private static Optional<ChronoUnit> unit(JsonNode unit) {
        return switch (unit.isString() ? unit.stringValue() : "") {
            case "Second" -> Optional.of(ChronoUnit.SECONDS);
            case "Minute" -> Optional.of(ChronoUnit.MINUTES);
            case "Hour" -> Optional.of(ChronoUnit.HOURS);
            case "Day" -> Optional.of(ChronoUnit.DAYS);
            case "Week" -> Optional.of(ChronoUnit.WEEKS);
            case "Month" -> Optional.of(ChronoUnit.MONTHS);
            case "Year" -> Optional.of(ChronoUnit.YEARS);
            default -> Optional.empty();
        };
    }

    private static long amount(JsonNode amount) {
        if (!JsNumbers.isInteger(amount)) {
            throw Failure.of("%s is not an integer.", amount);
        }
        return (long) JsNumbers.toDouble(amount);
    }
}

package dev.linekeeper.template.function.date;

import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/** .NET's ticks, tenths of a microsecond since the year 1, and the seconds since 1970. */
final class Ticks {
    static final long PER_MILLISECOND = 10_000;

    private static final BigInteger EPOCH = new BigInteger("621355968000000000");

    private Ticks() {}

    static void register(FunctionRegistry functions) {
        functions.put("ticks(string): number", (args, env) -> ticks(args[0]));
        putQuotient(functions, "ticksToDays", 86_400_000d * PER_MILLISECOND);
        putQuotient(functions, "ticksToHours", 3_600_000d * PER_MILLISECOND);
        putQuotient(functions, "ticksToMinutes", 60_000d * PER_MILLISECOND);
        functions.put("formatTicks(number, string?, string?): string", DateFormats.written(1, (args, env) -> {
            BigInteger milliseconds = whole(args[0]).subtract(EPOCH).divide(BigInteger.valueOf(PER_MILLISECOND));
            return time(milliseconds.doubleValue());
        }));
        functions.put("formatEpoch(number, string?, string?): string", DateFormats.written(1, (args, env) -> {
            if (!JsNumbers.isNumber(args[0])) {
                throw Failure.of("%s is not a number of seconds.", args[0]);
            }
            return time(JsNumbers.toDouble(args[0]) * 1000);
        }));
    }

    private static JsonNode ticks(JsonNode time) {
        BigInteger ticks = BigInteger.valueOf(milliseconds(time)).multiply(BigInteger.valueOf(PER_MILLISECOND));
        return JsNumbers.big(ticks.add(EPOCH));
    }

    static long milliseconds(JsonNode time) {
        return Timestamps.iso(time).toInstant().toEpochMilli();
    }

    private static void putQuotient(FunctionRegistry functions, String name, double ticks) {
        functions.put(name + "(number): number", (args, env) -> {
            double value = JsNumbers.asBig(args[0]).map(BigInteger::doubleValue).orElseGet(() -> integer(args[0]));
            return JsNumbers.of(value / ticks);
        });
    }

    private static double integer(JsonNode value) {
        if (!JsNumbers.isInteger(value)) {
            throw Failure.of("%s is not an integer.", value);
        }
        return JsNumbers.toDouble(value);
    }

    private static BigInteger whole(JsonNode value) {
        try {
            if (value.isPojo()) {
                return JsNumbers.asBig(value).orElseThrow();
            }
            if (value.isString() && value.stringValue().length() < 100) {
                return new BigInteger(value.stringValue());
            }
            if (JsNumbers.isNumber(value)) {
                return new BigDecimal(JsNumbers.toText(value)).toBigIntegerExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Reported below, with the values that are no numbers at all.
        }
        throw Failure.of("%s is not a number of ticks.", value);
    }

    private static OffsetDateTime time(double milliseconds) {
        try {
            if (Math.abs(milliseconds) <= 8.64e15) {
                return Instant.ofEpochMilli((long) milliseconds).atOffset(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            // Reported below.
        }
        throw Failure.of("The time is beyond all calendars.");
    }
}

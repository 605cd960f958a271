package dev.linekeeper.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.POJONode;

/** Numbers as JavaScript has them: doubles, written the way ECMAScript's {@code Number::toString} writes them. */
public final class JsNumbers {
    /** The greatest integer below which every integer is a double: 2<sup>53</sup>. */
    public static final double SAFE = 9007199254740992d;

    private JsNumbers() {}

    /** A node for the number: an integer node where the value is a safe integer. */
    public static JsonNode of(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= SAFE) {
            return of((long) value);
        }
        return DoubleNode.valueOf(value);
    }

    /** A node for the number. */
    public static JsonNode of(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    /** A node for a big integer: a value of its own kind, as it is in JavaScript, no number and no text; JSON has its digits as text. */
    public static JsonNode big(BigInteger value) {
        return JsonNodeFactory.instance.pojoNode(value);
    }

    /** The big integer a node of its kind holds. */
    public static Optional<BigInteger> asBig(JsonNode value) {
        return value instanceof POJONode node && node.getPojo() instanceof BigInteger big
                ? Optional.of(big)
                : Optional.empty();
    }

    /** Whether the value is a number other than {@code NaN}. */
    public static boolean isNumber(JsonNode value) {
        return value.isNumber() && !(value.isFloatingPointNumber() && Double.isNaN(value.doubleValue()));
    }

    /** Whether the value is a number without a fraction, {@code 2.0} included. */
    public static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber() || (value.isNumber() && isInteger(value.asDouble()));
    }

    private static boolean isInteger(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value);
    }

    /** The value as a double; huge numbers become infinite, as in JavaScript. */
    public static double toDouble(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.numberValue().doubleValue();
            default -> throw Failure.of("%s is not a number.", value);
        };
    }

    /** The value as an index or count: integers beyond {@code int} are cut to its bounds. */
    public static int toInt(JsonNode value) {
        return (int) toDouble(value);
    }

    /** How JavaScript writes the number; integers keep all their digits, also beyond 2<sup>53</sup>. */
    public static String toText(JsonNode number) {
        if (number.isIntegralNumber()) {
            return number.isBigInteger() && number.bigIntegerValue().bitLength() > 69
                    ? toText(number.bigIntegerValue().doubleValue())
                    : number.numberValue().toString();
        }
        return toText(number.numberValue().doubleValue());
    }

    /** How JavaScript writes the number. */
    public static String toText(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= SAFE) {
            return Long.toString((long) value);
        }
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = decimal.unscaledValue().abs().toString();
        int point = digits.length() - decimal.scale();
        String sign = value < 0 ? "-" : "";
        return sign + place(digits, point);
    }

    /** Writes 0.digits × 10^point by the rules of ECMAScript. */
    private static String place(String digits, int point) {
        int length = digits.length();
        if (length <= point && point <= 21) {
            return digits + "0".repeat(point - length);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String mantissa = length == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int exponent = point - 1;
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** JavaScript's {@code parseInt(text, 10)}: the integer a text begins with, or {@code NaN}. */
    public static double parseInteger(String text) {
        String trimmed = Text.trim(text);
        int end = digitsFrom(trimmed, signLength(trimmed));
        if (end == signLength(trimmed)) {
            return Double.NaN;
        }
        return Double.parseDouble(trimmed.substring(0, end));
    }

    /** JavaScript's {@code parseFloat(text)}: the number a text begins with, or {@code NaN}. */
    public static double parseDecimal(String text) {
        String trimmed = Text.trim(text);
        int sign = signLength(trimmed);
        if (trimmed.startsWith("Infinity", sign)) {
            return trimmed.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        int end = digitsFrom(trimmed, sign);
        boolean digits = end > sign;
        if (end < trimmed.length() && trimmed.charAt(end) == '.') {
            int fraction = digitsFrom(trimmed, end + 1);
            digits |= fraction > end + 1;
            end = fraction;
        }
        if (!digits) {
            return Double.NaN;
        }
        return Double.parseDouble(trimmed.substring(0, exponentEnd(trimmed, end)));
    }

    private static int exponentEnd(String text, int from) {
        if (from < text.length() && (text.charAt(from) | 0x20) == 'e') {
            int digits = from + 1 + signLength(text.substring(from + 1));
            int end = digitsFrom(text, digits);
            return end > digits ? end : from;
        }
        return from;
    }

    private static int signLength(String text) {
        return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    }

    private static int digitsFrom(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}

package dev.linekeeper.template.function.number;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** Numbers with the decimal and grouping signs of a locale. */
final class NumberFormats {
    private static final int MOST_DIGITS = 20;

    private NumberFormats() {}

    /** {@code formatNumber(number, digits, locale?)}. */
    static JsonNode format(JsonNode[] args, Environment env) {
        if (!JsNumbers.isNumber(args[0]) || !JsNumbers.isNumber(args[1])) {
            throw Failure.of("formatNumber takes a number and the digits to write after the decimal point.");
        }
        if (!JsNumbers.isInteger(args[1]) || JsNumbers.toDouble(args[1]) < 0) {
            throw Failure.of("%s is not a number of digits.", args[1]);
        }
        int digits = JsNumbers.toInt(args[1]);
        double value = MathFunctions.round(JsNumbers.toDouble(args[0]), digits);
        return Text.node(write(value, digits, signs(args, 2, env)));
    }

    /** {@code string(number, locale?)}: grouped, with as many digits after the point as the number has. */
    static String grouped(JsonNode number, JsonNode[] args, Environment env) {
        String plain = Text.of(number, env.accountant());
        int point = plain.indexOf('.');
        return write(JsNumbers.toDouble(number), point < 0 ? 0 : plain.length() - point - 1, signs(args, 1, env));
    }

    private static NumberSigns signs(JsonNode[] args, int index, Environment env) {
        return args.length > index && args[index].isString()
                ? NumberSigns.of(args[index].stringValue())
                : NumberSigns.of(env.locale());
    }

    private static String write(double value, int digits, NumberSigns signs) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "−Infinity";
        }
        if (Math.abs(value) >= 1e21) {
            return signs.numerals(JsNumbers.toText(value));
        }
        String fixed = new BigDecimal(Math.abs(value))
                .setScale(Math.min(digits, MOST_DIGITS), RoundingMode.HALF_UP)
                .toPlainString();
        int point = fixed.indexOf('.');
        String whole = point < 0 ? fixed : fixed.substring(0, point);
        String fraction = point < 0 ? "" : signs.decimal() + fixed.substring(point + 1);
        boolean zero = fixed.chars().noneMatch(c -> c >= '1' && c <= '9');
        String sign = value < 0 && !zero ? "−" : "";
        return signs.numerals(sign + signs.group(whole) + fraction);
    }
}

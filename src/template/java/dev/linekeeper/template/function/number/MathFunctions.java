package dev.linekeeper.template.function.number;

import static dev.linekeeper.template.function.ArgumentCheck.INTEGER;
import static dev.linekeeper.template.function.ArgumentCheck.NUMBER;
import static dev.linekeeper.template.function.ArgumentCheck.NUMBERS;
import static dev.linekeeper.template.function.ArgumentCheck.NUMBER_LIST;
import static dev.linekeeper.template.function.ArgumentCheck.NUMBER_STRING_OR_UNDEFINED;

import dev.linekeeper.template.function.ArgumentCheck;
import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Reckoning, in doubles as JavaScript does. */
public final class MathFunctions {
    private static final int BYTES_A_NUMBER = 24;

    private MathFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        functions.put(
                "+(number|string, number|string, number|string...): number|string",
                NUMBER_STRING_OR_UNDEFINED,
                MathFunctions::add);
        functions.alias("add", "+");
        putOperator(functions, "-", "sub", NUMBER, (left, right) -> left - right);
        putOperator(functions, "*", "mul", NUMBER, (left, right) -> left * right);
        putOperator(functions, "^", "exp", NUMBERS, MathFunctions::power);
        functions.put("/(number, number, number...): number", NUMBER, MathFunctions::divide);
        functions.alias("div", "/");
        functions.put("%(number, number): number", INTEGER, (args, env) -> remainder(args[0], args[1]));
        functions.alias("mod", "%");

        putTransformation(functions, "abs", Math::abs);
        putTransformation(functions, "ceiling", Math::ceil);
        putTransformation(functions, "floor", Math::floor);
        putTransformation(functions, "sqrt", MathFunctions::squareRoot);
        functions.put("round(number, number?): number", NUMBER, (args, env) -> round(args));
        functions.put("max(any, any...): number", NUMBERS, (args, env) -> extreme(args, Math::max));
        functions.put("min(any, any...): number", NUMBERS, (args, env) -> extreme(args, Math::min));
        functions.put("sum(list): number", NUMBER_LIST, (args, env) -> JsNumbers.of(sum(args[0])));
        functions.put("average(any): number", NUMBER_LIST, (args, env) -> JsNumbers.of(sum(args[0]) / args[0].size()));
        functions.put("range(number, number): list", INTEGER, MathFunctions::range);
        functions.putUnsteady("rand(number, number): number", MathFunctions::random);
    }

    private static JsonNode add(JsonNode[] args, Environment env) {
        JsonNode sum = args[0];
        for (int index = 1; index < args.length; index++) {
            sum = add(sum, args[index], env);
        }
        return sum;
    }

    private static JsonNode add(JsonNode left, JsonNode right, Environment env) {
        if (left.isNumber() && right.isNumber()) {
            return JsNumbers.of(JsNumbers.toDouble(left) + JsNumbers.toDouble(right));
        }
        if (left.isMissingNode() ? right.isNumber() : right.isMissingNode() && left.isNumber()) {
            throw Failure.of("+ cannot be applied to a number and null.");
        }
        String first = left.isMissingNode() ? "" : Text.of(left, env.accountant());
        String second = right.isMissingNode() ? "" : Text.of(right, env.accountant());
        env.accountant().makeText((long) first.length() + second.length());
        return Text.node(first + second);
    }

    private static void putOperator(
            FunctionRegistry functions,
            String operator,
            String alias,
            ArgumentCheck check,
            DoubleBinaryOperator operation) {
        functions.put(operator + "(number, number, number...): number", check, (args, env) -> {
            double result = toNumber(args[0]);
            for (int index = 1; index < args.length; index++) {
                result = operation.applyAsDouble(result, toNumber(args[index]));
            }
            return JsNumbers.of(result);
        });
        functions.alias(alias, operator);
    }

    /** JavaScript's {@code Number(value)} for a number or, in {@code exp}, a list of numbers. */
    private static double toNumber(JsonNode value) {
        if (!value.isArray()) {
            return JsNumbers.toDouble(value);
        }
        return switch (value.size()) {
            case 0 -> 0;
            case 1 -> JsNumbers.toDouble(value.get(0));
            default -> Double.NaN;
        };
    }

    private static double power(double base, double exponent) {
        return Math.abs(base) == 1 && Double.isInfinite(exponent) ? Double.NaN : StrictMath.pow(base, exponent);
    }

    private static JsonNode divide(JsonNode[] args, Environment env) {
        double quotient = JsNumbers.toDouble(args[0]);
        for (int index = 1; index < args.length; index++) {
            double divisor = JsNumbers.toDouble(args[index]);
            if (divisor == 0) {
                throw Failure.of("Cannot divide by 0.");
            }
            boolean whole = quotient == Math.rint(quotient) && divisor == Math.rint(divisor);
            quotient = whole ? Math.floor(quotient / divisor) : quotient / divisor;
        }
        return JsNumbers.of(quotient);
    }

    private static JsonNode remainder(JsonNode dividend, JsonNode divisor) {
        if (JsNumbers.toDouble(divisor) == 0) {
            throw Failure.of("Cannot mod by 0.");
        }
        return JsNumbers.of(JsNumbers.toDouble(dividend) % JsNumbers.toDouble(divisor));
    }

    private static void putTransformation(FunctionRegistry functions, String name, DoubleUnaryOperator operation) {
        functions.put(
                name + "(number): number",
                NUMBER,
                (args, env) -> JsNumbers.of(operation.applyAsDouble(JsNumbers.toDouble(args[0]))));
    }

    private static double squareRoot(double value) {
        if (value < 0) {
            throw Failure.of("There is no square root of a negative number.");
        }
        return Math.sqrt(value);
    }

    private static JsonNode round(JsonNode[] args) {
        double digits = args.length == 2 ? JsNumbers.toDouble(args[1]) : 0;
        if (digits != Math.rint(digits) || digits < 0 || digits > 15) {
            throw Failure.of("The digits to round to must be an integer between 0 and 15.");
        }
        return JsNumbers.of(round(JsNumbers.toDouble(args[0]), (int) digits));
    }

    /** Rounds half up as {@code Math.round} does in JavaScript: exactly, also where a double has no fraction left. */
    static double round(double value, int digits) {
        double scale = Math.pow(10, digits);
        double scaled = value * scale;
        double floor = Math.floor(scaled);
        return (scaled - floor >= 0.5 ? floor + 1 : floor) / scale;
    }

    private static JsonNode extreme(JsonNode[] args, DoubleBinaryOperator choice) {
        double result = choice.applyAsDouble(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) > 0
                ? Double.NEGATIVE_INFINITY
                : Double.POSITIVE_INFINITY;
        for (JsonNode value : args) {
            if (value.isArray()) {
                for (JsonNode item : value) {
                    result = choice.applyAsDouble(result, JsNumbers.toDouble(item));
                }
            } else {
                result = choice.applyAsDouble(result, JsNumbers.toDouble(value));
            }
        }
        return JsNumbers.of(result);
    }

    private static double sum(JsonNode list) {
        if (list.isEmpty()) {
            throw Failure.of("An empty list has no sum.");
        }
        double sum = 0;
        for (JsonNode item : list) {
            sum += JsNumbers.toDouble(item);
        }
        return sum;
    }

    private static JsonNode range(JsonNode[] args, Environment env) {
        double start = JsNumbers.toDouble(args[0]);
        double count = JsNumbers.toDouble(args[1]);
        if (count <= 0) {
            throw Failure.of("The count of a range must be more than zero.");
        }
        env.accountant().makeItems((long) count, BYTES_A_NUMBER);
        ArrayNode range = Values.list();
        for (int index = 0; index < count; index++) {
            range.add(JsNumbers.of(start + index));
        }
        return range;
    }

    private static JsonNode random(JsonNode[] args, Environment env) {
        for (JsonNode bound : args) {
            if (!JsNumbers.isInteger(bound)) {
                throw Failure.of("%s is not an integer.", bound);
            }
        }
        double least = JsNumbers.toDouble(args[0]);
        double bound = JsNumbers.toDouble(args[1]);
        if (least > bound) {
            throw Failure.of("The least value cannot be greater than the bound.");
        }
        return JsNumbers.of(Math.floor(least + env.random().nextDouble() * (bound - least)));
    }
}

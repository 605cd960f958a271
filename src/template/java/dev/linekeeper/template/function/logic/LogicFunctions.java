package dev.linekeeper.template.function.logic;

import static dev.linekeeper.template.function.ArgumentCheck.CONTAINER_OR_NOTHING;
import static dev.linekeeper.template.function.ArgumentCheck.SOMETHING;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/** Comparing and deciding, and the forms that decide which of their arguments to evaluate. */
public final class LogicFunctions {
    private LogicFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        functions.putForm("&&(any, any...): boolean");
        functions.alias("and", "&&");
        functions.putForm("||(any, any...): boolean");
        functions.alias("or", "||");
        functions.putForm("!(any): boolean");
        functions.alias("not", "!");
        functions.putForm("if(any, any, any): any");
        functions.putForm("ignore(boolean): boolean");
        functions.putForm("optional(boolean): boolean");
        functions.putForm("Accessor(string, any?): any");
        functions.putForm("Element(any, any): any");
        functions.putForm("stringOrValue(string): any");

        functions.putComparison("==(any, any): boolean", (args, env) -> Values.of(areEqual(args, env)));
        functions.alias("equals", "==");
        functions.putComparison("!=(any, any): boolean", (args, env) -> Values.of(!areEqual(args, env)));
        putOrder(functions, "<", "less", order -> order < 0);
        putOrder(functions, "<=", "lessOrEquals", order -> order <= 0);
        putOrder(functions, ">", "greater", order -> order > 0);
        putOrder(functions, ">=", "greaterOrEquals", order -> order >= 0);
        functions.putComparison("exists(any): boolean", SOMETHING, (args, env) -> Values.of(true));
        functions.putComparison(
                "empty(any): boolean", CONTAINER_OR_NOTHING, (args, env) -> Values.of(isEmpty(args[0])));
        functions.putComparison("bool(any): boolean", (args, env) -> Values.of(toBoolean(args[0], env)));
        functions.put("coalesce(any, any...): any", (args, env) -> firstThing(args));
        functions.alias("??", "coalesce");
    }

    private static boolean areEqual(JsonNode[] args, Environment env) {
        return Values.areEqual(args[0], args[1], env.accountant());
    }

    private static void putOrder(FunctionRegistry functions, String operator, String alias, IntPredicate holds) {
        functions.putComparison(
                operator + "(any, any): boolean",
                SOMETHING,
                (args, env) -> Values.of(holds.test(order(args[0], args[1]))));
        functions.alias(alias, operator);
    }

    private static int order(JsonNode left, JsonNode right) {
        if (JsNumbers.isNumber(left) && JsNumbers.isNumber(right)) {
            return Double.compare(JsNumbers.toDouble(left) + 0d, JsNumbers.toDouble(right) + 0d);
        }
        if (left.isString() && right.isString()) {
            return left.stringValue().compareTo(right.stringValue());
        }
        throw Failure.of("%s and %s must be comparable.", left, right);
    }

    private static boolean isEmpty(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue().isEmpty();
            case ARRAY, OBJECT -> value.isEmpty();
            case BINARY -> value.binaryValue().length == 0;
            case POJO -> false;
            default -> true;
        };
    }

    private static boolean toBoolean(JsonNode value, Environment env) {
        if (JsNumbers.isNumber(value)) {
            return JsNumbers.toDouble(value) != 0;
        }
        return Values.isTrue(value)
                && !Text.of(value, env.accountant())
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("false");
    }

    private static JsonNode firstThing(JsonNode[] args) {
        for (JsonNode value : args) {
            if (!Values.isNothing(value)) {
                return value;
            }
        }
        return Values.UNDEFINED;
    }
}

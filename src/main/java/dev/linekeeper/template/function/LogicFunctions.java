package dev.linekeeper.template.function;

import static dev.linekeeper.template.function.Check.ANYTHING;
import static dev.linekeeper.template.function.Check.CONTAINER_OR_NOTHING;
import static dev.linekeeper.template.function.Check.SOMETHING;
import static dev.linekeeper.template.function.Definition.Conduct.COMPARISON;
import static dev.linekeeper.template.function.Kind.BOOLEAN;
import static dev.linekeeper.template.function.Kind.OBJECT;
import static dev.linekeeper.template.function.Kind.STRING;
import static dev.linekeeper.template.function.Signature.takes;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/** Comparing and deciding, and the forms that decide which of their arguments to evaluate. */
final class LogicFunctions {
    private LogicFunctions() {}

    static void register(Library.Shelf shelf) {
        shelf.putForm("&&", BOOLEAN, takes(OBJECT).andMore(OBJECT));
        shelf.alias("and", "&&");
        shelf.putForm("||", BOOLEAN, takes(OBJECT).andMore(OBJECT));
        shelf.alias("or", "||");
        shelf.putForm("!", BOOLEAN, takes(OBJECT));
        shelf.alias("not", "!");
        shelf.putForm("if", OBJECT, takes(OBJECT, OBJECT, OBJECT));
        shelf.putForm("ignore", BOOLEAN, takes(BOOLEAN));
        shelf.putForm("optional", BOOLEAN, takes(BOOLEAN));
        shelf.putForm("Accessor", OBJECT, takes(STRING).maybe(OBJECT));
        shelf.putForm("Element", OBJECT, takes(OBJECT, OBJECT));
        shelf.putForm("stringOrValue", OBJECT, takes(STRING));

        shelf.putTest("==", COMPARISON, takes(OBJECT, OBJECT), ANYTHING, (args, env) -> Values.of(areEqual(args, env)));
        shelf.alias("equals", "==");
        shelf.putTest(
                "!=", COMPARISON, takes(OBJECT, OBJECT), ANYTHING, (args, env) -> Values.of(!areEqual(args, env)));
        putOrder(shelf, "<", "less", order -> order < 0);
        putOrder(shelf, "<=", "lessOrEquals", order -> order <= 0);
        putOrder(shelf, ">", "greater", order -> order > 0);
        putOrder(shelf, ">=", "greaterOrEquals", order -> order >= 0);
        shelf.putTest("exists", COMPARISON, takes(OBJECT), SOMETHING, (args, env) -> Values.of(true));
        shelf.putTest(
                "empty", COMPARISON, takes(OBJECT), CONTAINER_OR_NOTHING, (args, env) -> Values.of(isEmpty(args[0])));
        shelf.putTest("bool", COMPARISON, takes(OBJECT), ANYTHING, (args, env) -> Values.of(toBoolean(args[0])));
        shelf.put("coalesce", OBJECT, takes(OBJECT).andMore(OBJECT), ANYTHING, (args, env) -> firstThing(args));
        shelf.alias("??", "coalesce");
    }

    private static boolean areEqual(JsonNode[] args, Environment env) {
        if (args[0].isContainer() && args[1].isContainer()) {
            env.budget().spend(args[0].size());
        }
        return Values.areEqual(args[0], args[1]);
    }

    private static void putOrder(Library.Shelf shelf, String operator, String alias, IntPredicate holds) {
        shelf.putTest(
                operator,
                COMPARISON,
                takes(OBJECT, OBJECT),
                SOMETHING,
                (args, env) -> Values.of(holds.test(order(args[0], args[1]))));
        shelf.alias(alias, operator);
    }

    private static int order(JsonNode left, JsonNode right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Double.compare(Numbers.toDouble(left) + 0d, Numbers.toDouble(right) + 0d);
        }
        if (left.isString() && right.isString()) {
            return left.stringValue().compareTo(right.stringValue());
        }
        throw Failure.of("%s and %s must be comparable.".formatted(Text.of(left), Text.of(right)));
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

    private static boolean toBoolean(JsonNode value) {
        if (Numbers.isNumber(value)) {
            return Numbers.toDouble(value) != 0;
        }
        return !Text.of(value).toLowerCase(java.util.Locale.ROOT).contains("false") && Values.isTrue(value);
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

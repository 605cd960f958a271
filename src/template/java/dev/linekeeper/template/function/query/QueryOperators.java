package dev.linekeeper.template.function.query;

import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.Locale;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** The operators of queries, with JavaScript's coercions. */
public final class QueryOperators {
    private QueryOperators() {}

    static boolean isArithmetic(String sign) {
        return sign.length() == 1 && "+-*/%".contains(sign);
    }

    static JsonNode reckon(String sign, JsonNode left, JsonNode right) {
        if (sign.equals("+") && (left.isString() || right.isString())) {
            return Text.node(Text.of(left) + Text.of(right));
        }
        double first = toNumber(left);
        double second = toNumber(right);
        return JsNumbers.of(
                switch (sign) {
                    case "+" -> first + second;
                    case "-" -> first - second;
                    case "*" -> first * second;
                    case "/" -> first / second;
                    default -> first % second;
                });
    }

    static boolean holds(String sign, JsonNode left, JsonNode right) {
        return switch (sign) {
            case "===" -> Values.areSame(left, right);
            case "!==" -> !Values.areSame(left, right);
            case "==" -> areTexts(left, right) ? lower(left).equals(lower(right)) : areAlike(left, right);
            case "!=" -> !areAlike(left, right);
            case "<", "<=", ">", ">=" -> isOrdered(sign, left, right);
            case "^==" -> strictly(left, right, String::startsWith);
            case "==^" -> strictly(right, left, String::startsWith);
            case "^=" -> loosely(left, right, String::startsWith);
            case "=^" -> loosely(right, left, String::startsWith);
            case "$==" -> strictly(left, right, String::endsWith);
            case "==$" -> strictly(right, left, String::endsWith);
            case "$=" -> loosely(left, right, String::endsWith);
            case "=$" -> loosely(right, left, String::endsWith);
            case "*==" -> strictly(left, right, String::contains);
            case "==*" -> strictly(right, left, String::contains);
            case "*=" -> loosely(left, right, String::contains);
            default -> loosely(right, left, String::contains);
        };
    }

    private static boolean strictly(JsonNode left, JsonNode right, BiPredicate<String, String> test) {
        return left.isString() && right.isString() && test.test(left.stringValue(), right.stringValue());
    }

    private static boolean loosely(JsonNode left, JsonNode right, BiPredicate<String, String> test) {
        return !Values.isNothing(left) && !Values.isNothing(right) && test.test(lower(left), lower(right));
    }

    private static String lower(JsonNode value) {
        return Text.of(value).toLowerCase(Locale.ROOT);
    }

    /** JavaScript's {@code ==} for values that are not both texts. */
    private static boolean areAlike(JsonNode left, JsonNode right) {
        if (Values.isNothing(left) || Values.isNothing(right)) {
            return Values.isNothing(left) && Values.isNothing(right);
        }
        if (left.getNodeType() == right.getNodeType()) {
            return Values.areSame(left, right);
        }
        boolean asTexts = left.isContainer() || right.isContainer();
        return asTexts ? Text.of(left).equals(Text.of(right)) : toNumber(left) == toNumber(right);
    }

    private static boolean areTexts(JsonNode left, JsonNode right) {
        return left.isString() && right.isString();
    }

    private static boolean isOrdered(String sign, JsonNode left, JsonNode right) {
        boolean texts = areTexts(left, right);
        double first = texts ? left.stringValue().compareTo(right.stringValue()) : toNumber(left);
        double second = texts ? 0 : toNumber(right);
        return switch (sign) {
            case "<" -> first < second;
            case "<=" -> first <= second;
            case ">" -> first > second;
            default -> first >= second;
        };
    }

    public static double toNumber(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> JsNumbers.toDouble(value);
            case BOOLEAN -> value.booleanValue() ? 1 : 0;
            case NULL -> 0;
            case STRING -> Text.trim(value.stringValue()).isEmpty() ? 0 : strict(Text.trim(value.stringValue()));
            default -> Double.NaN;
        };
    }

    private static double strict(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?") ? Double.parseDouble(text) : Double.NaN;
    }
}

package dev.linekeeper.template.function.query;

import dev.linekeeper.template.function.text.TextSearch;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The operators of queries, with JavaScript's coercions. */
public final class QueryOperators {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?+");

    private QueryOperators() {}

    static boolean isArithmetic(String sign) {
        return sign.length() == 1 && "+-*/%".contains(sign);
    }

    static JsonNode reckon(String sign, JsonNode left, JsonNode right, Accountant accountant) {
        if (sign.equals("+") && (left.isString() || right.isString())) {
            String first = Text.of(left, accountant);
            String second = Text.of(right, accountant);
            accountant.makeText((long) first.length() + second.length());
            return Text.node(first + second);
        }
        double minuend = toNumber(left);
        double subtrahend = toNumber(right);
        return JsNumbers.of(
                switch (sign) {
                    case "+" -> minuend + subtrahend;
                    case "-" -> minuend - subtrahend;
                    case "*" -> minuend * subtrahend;
                    case "/" -> minuend / subtrahend;
                    default -> minuend % subtrahend;
                });
    }

    static boolean holds(String sign, JsonNode left, JsonNode right, Accountant accountant) {
        return switch (sign) {
            case "===" -> Values.areSame(left, right, accountant);
            case "!==" -> !Values.areSame(left, right, accountant);
            case "==" ->
                areTexts(left, right)
                        ? lower(left, accountant).equals(lower(right, accountant))
                        : areAlike(left, right, accountant);
            case "!=" -> !areAlike(left, right, accountant);
            case "<", "<=", ">", ">=" -> isOrdered(sign, left, right, accountant);
            default -> isPart(sign, left, right, accountant);
        };
    }

    /** Whether one text is at the beginning, at the end or anywhere in another: what is looked for is at the side of the sign's {@code =}. */
    private static boolean isPart(String sign, JsonNode left, JsonNode right, Accountant accountant) {
        boolean strict = sign.contains("==");
        if (strict ? !areTexts(left, right) : Values.isNothing(left) || Values.isNothing(right)) {
            return false;
        }
        String first = strict ? left.stringValue() : lower(left, accountant);
        String second = strict ? right.stringValue() : lower(right, accountant);
        boolean backwards = sign.startsWith("=");
        String text = backwards ? second : first;
        String part = backwards ? first : second;
        accountant.read(part.length());
        return switch (sign.charAt(backwards ? sign.length() - 1 : 0)) {
            case '^' -> text.startsWith(part);
            case '$' -> text.endsWith(part);
            default -> new TextSearch(part, accountant).firstIn(text, 0) >= 0;
        };
    }

    private static String lower(JsonNode value, Accountant accountant) {
        String text = Text.of(value, accountant);
        accountant.read(text.length());
        return text.toLowerCase(Locale.ROOT);
    }

    /** JavaScript's {@code ==} for values that are not both texts. */
    private static boolean areAlike(JsonNode left, JsonNode right, Accountant accountant) {
        if (Values.isNothing(left) || Values.isNothing(right)) {
            return Values.isNothing(left) && Values.isNothing(right);
        }
        if (left.getNodeType() == right.getNodeType()) {
            return Values.areSame(left, right, accountant);
        }
        boolean asTexts = left.isContainer() || right.isContainer();
        return asTexts
                ? Text.of(left, accountant).equals(Text.of(right, accountant))
                : toNumber(left) == toNumber(right);
    }

    private static boolean areTexts(JsonNode left, JsonNode right) {
        return left.isString() && right.isString();
    }

    private static boolean isOrdered(String sign, JsonNode left, JsonNode right, Accountant accountant) {
        boolean texts = areTexts(left, right);
        accountant.read(texts ? left.stringValue().length() : 0);
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
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }
}

package dev.linekeeper.template.value;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Values as text, in the three ways the language needs: put into a text, as JSON, and as {@code concat} writes them. */
public final class Text {
    /** The empty text. */
    public static final JsonNode EMPTY = StringNode.valueOf("");

    /** How many steps it takes to write a fraction. */
    private static final int DIGITS = 4;

    private Text() {}

    /** A node for the text. */
    public static JsonNode node(String text) {
        return text.isEmpty() ? EMPTY : StringNode.valueOf(text);
    }

    /** JavaScript's {@code String(value)}: lists are joined with commas, objects are {@code [object Object]}. */
    public static String of(JsonNode value, Accountant accountant) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case NUMBER -> number(value, accountant);
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case NULL -> "null";
            case MISSING -> "undefined";
            case BINARY -> bytes(value.binaryValue(), accountant);
            case ARRAY -> join(value, ",", accountant);
            case POJO -> JsNumbers.asBig(value).map(BigInteger::toString).orElse("[object Object]");
            case OBJECT -> "[object Object]";
        };
    }

    private static String number(JsonNode value, Accountant accountant) {
        accountant.spend(value.isFloatingPointNumber() || value.isBigInteger() ? DIGITS : 0);
        return JsNumbers.toText(value);
    }

    /** The items as text with the separator between them; null and undefined items are empty. */
    public static String join(JsonNode list, String separator, Accountant accountant) {
        StringBuilder joined = new StringBuilder();
        append(joined, list, separator, accountant);
        accountant.makeText(joined.length());
        return joined.toString();
    }

    private static void append(StringBuilder joined, JsonNode list, String separator, Accountant accountant) {
        boolean first = true;
        for (JsonNode item : list) {
            accountant.spend(1);
            joined.append(first ? "" : separator);
            first = false;
            if (item.isArray()) {
                append(joined, item, ",", accountant);
            } else if (!Values.isNothing(item)) {
                joined.append(of(item, accountant));
            }
            accountant.checkText(joined.length());
        }
    }

    /** As {@code concat} and {@code string} write a value: nothing for null, JSON without outer quotes for lists and objects. */
    public static String plain(JsonNode value, Accountant accountant) {
        if (Values.isNothing(value)) {
            return "";
        }
        return value.isContainer() || value.isBinary() ? json(value, accountant) : of(value, accountant);
    }

    /** JavaScript's {@code JSON.stringify(value)} without white space; {@code undefined} itself gives "undefined". */
    public static String json(JsonNode value, Accountant accountant) {
        if (value.isMissingNode()) {
            return of(value, accountant);
        }
        String json = new String(JsonOutput.json(value, accountant), StandardCharsets.UTF_8);
        accountant.makeText(json.length());
        return json;
    }

    private static String bytes(byte[] bytes, Accountant accountant) {
        accountant.makeText(bytes.length * 2L);
        StringBuilder joined = new StringBuilder();
        for (int index = 0; index < bytes.length; index++) {
            joined.append(index == 0 ? "" : ",").append(bytes[index] & 0xff);
        }
        return joined.toString();
    }

    /** A value as a message shows it: of what is long, the beginning. */
    static String shown(JsonNode value, int most) {
        if (!value.isArray()) {
            return value.isBinary() ? "[object Object]" : of(value, Accountant.unlimited());
        }
        StringBuilder shown = new StringBuilder();
        for (JsonNode item : value) {
            if (shown.length() > most) {
                break;
            }
            shown.append(shown.isEmpty() ? "" : ",").append(item.isArray() ? "[…]" : shown(item, most));
        }
        return shown.toString();
    }

    /** JavaScript's {@code trim}: white space and line ends of Unicode, and the byte order mark. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether JavaScript takes the character for white space. */
    public static boolean isSpace(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\u000b', '\f', '\r', '\u00a0', '\ufeff', '\u2028', '\u2029' -> true;
            default -> c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR;
        };
    }
}

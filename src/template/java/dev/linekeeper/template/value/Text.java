package dev.linekeeper.template.value;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Values as text, in the three ways the language needs: put into a text, as JSON, and as {@code concat} writes them. */
public final class Text {
    /** The empty text. */
    public static final JsonNode EMPTY = StringNode.valueOf("");

    private Text() {}

    /** A node for the text. */
    public static JsonNode node(String text) {
        return text.isEmpty() ? EMPTY : StringNode.valueOf(text);
    }

    /**
     * JavaScript's {@code String(value)}: lists are joined with commas, objects are {@code [object Object]}.
     */
    public static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue();
            case NUMBER -> JsNumbers.toText(value);
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case NULL -> "null";
            case MISSING -> "undefined";
            case BINARY -> bytes(value.binaryValue());
            case ARRAY -> join(value, ",");
            case POJO -> JsNumbers.asBig(value).map(BigInteger::toString).orElse("[object Object]");
            case OBJECT -> "[object Object]";
        };
    }

    /** The items as text with the separator between them; null and undefined items are empty. */
    public static String join(JsonNode list, String separator) {
        StringBuilder joined = new StringBuilder();
        boolean first = true;
        for (JsonNode item : list) {
            if (!first) {
                joined.append(separator);
            }
            first = false;
            if (!Values.isNothing(item)) {
                joined.append(of(item));
            }
        }
        return joined.toString();
    }

    /** As {@code concat} and {@code string} write a value: nothing for null, JSON without outer quotes for lists and objects. */
    public static String plain(JsonNode value) {
        if (Values.isNothing(value)) {
            return "";
        }
        return value.isContainer() || value.isBinary() ? json(value) : of(value);
    }

    /** JavaScript's {@code JSON.stringify(value)} without white space; {@code undefined} itself gives "undefined". */
    public static String json(JsonNode value) {
        return value.isMissingNode() ? of(value) : new String(JsonOutput.json(value), StandardCharsets.UTF_8);
    }

    private static String bytes(byte[] bytes) {
        StringBuilder joined = new StringBuilder();
        for (int index = 0; index < bytes.length; index++) {
            joined.append(index == 0 ? "" : ",").append(bytes[index] & 0xff);
        }
        return joined.toString();
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

package dev.linekeeper.template.value;

import java.math.BigInteger;
import java.util.Map;
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
            case NUMBER -> Numbers.toText(value);
            case BOOLEAN -> value.booleanValue() ? "true" : "false";
            case NULL -> "null";
            case MISSING -> "undefined";
            case BINARY -> bytes(value.binaryValue());
            case ARRAY -> join(value, ",");
            case POJO -> Numbers.asBig(value).map(BigInteger::toString).orElse("[object Object]");
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
        StringBuilder json = new StringBuilder();
        appendJson(json, value);
        return json.toString();
    }

    private static void appendJson(StringBuilder json, JsonNode value) {
        switch (value.getNodeType()) {
            case STRING -> quote(json, value.stringValue());
            case NUMBER -> json.append(Double.isFinite(value.asDouble()) ? Numbers.toText(value) : "null");
            case ARRAY -> {
                String before = "[";
                for (JsonNode item : value) {
                    json.append(before);
                    appendJson(json, item);
                    before = ",";
                }
                json.append(value.isEmpty() ? "[]" : "]");
            }
            case OBJECT -> {
                json.append('{');
                String before = "";
                for (Map.Entry<String, JsonNode> property : Values.properties(value)) {
                    if (!property.getValue().isMissingNode()) {
                        json.append(before);
                        quote(json, property.getKey());
                        json.append(':');
                        appendJson(json, property.getValue());
                        before = ",";
                    }
                }
                json.append('}');
            }
            case BINARY -> {
                byte[] bytes = value.binaryValue();
                for (int index = 0; index < bytes.length; index++) {
                    json.append(index == 0 ? "{\"" : ",\"")
                            .append(index)
                            .append("\":")
                            .append(bytes[index] & 0xff);
                }
                json.append(bytes.length == 0 ? "{}" : "}");
            }
            case POJO -> quote(json, of(value));
            default -> json.append(of(value));
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < ' ' || (Character.isSurrogate(c) && isLone(text, index))) {
                        json.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }

    private static boolean isLone(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
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

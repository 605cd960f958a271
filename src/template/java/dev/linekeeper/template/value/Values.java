package dev.linekeeper.template.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Truth, equality and the way into objects and lists. */
public final class Values {
    /** The value of what is not there. */
    public static final JsonNode UNDEFINED = MissingNode.getInstance();

    private Values() {}

    /** Null. */
    public static JsonNode nullNode() {
        return NullNode.getInstance();
    }

    /** A node for the truth value. */
    public static JsonNode of(boolean value) {
        return value ? BooleanNode.TRUE : BooleanNode.FALSE;
    }

    /** An empty list to fill. */
    public static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A list of the items; undefined items become null, as they do in JSON. */
    public static ArrayNode list(Collection<? extends JsonNode> items) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> add(list, item));
        return list;
    }

    /** Appends an item; undefined becomes null, as it does in JSON. */
    public static void add(ArrayNode list, JsonNode item) {
        list.add(item.isMissingNode() ? nullNode() : item);
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Whether the value is null or undefined. */
    public static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** Truth in conditions: false, null and undefined are false, everything else is true, 0 and the empty text included. */
    public static boolean isTrue(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue();
            case NULL, MISSING -> false;
            default -> true;
        };
    }

    /** JavaScript's own truth: 0, NaN and the empty text are false too. */
    public static boolean isTruthy(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> JsNumbers.isNumber(value) && JsNumbers.toDouble(value) != 0;
            case STRING -> !value.stringValue().isEmpty();
            default -> isTrue(value);
        };
    }

    /** Equality of the language: null equals undefined, lists and objects are compared by content. */
    public static boolean areEqual(JsonNode left, JsonNode right, Accountant accountant) {
        if (isNothing(left) || isNothing(right)) {
            return isNothing(left) && isNothing(right);
        }
        return switch (left.getNodeType()) {
            case NUMBER ->
                areSame(left, right, accountant) || (right.isNumber() && distance(left, right) < Math.ulp(1d));
            case ARRAY -> right.isArray() && areEqualLists(left, right, accountant);
            case POJO -> left.equals(right);
            case OBJECT -> right.isObject() && left.size() == right.size() && areEqualObjects(left, right, accountant);
            default -> areSame(left, right, accountant);
        };
    }

    private static double distance(JsonNode left, JsonNode right) {
        return Math.abs(JsNumbers.toDouble(left) - JsNumbers.toDouble(right));
    }

    private static boolean areEqualLists(JsonNode left, JsonNode right, Accountant accountant) {
        if (left.size() != right.size()) {
            return false;
        }
        accountant.spend(2L * left.size());
        for (int index = 0; index < left.size(); index++) {
            if (!areEqual(left.get(index), right.get(index), accountant)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqualObjects(JsonNode left, JsonNode right, Accountant accountant) {
        accountant.spend(4L * left.size());
        for (Map.Entry<String, JsonNode> property : left.properties()) {
            JsonNode other = right.get(property.getKey());
            if (other == null
                    || property.getValue().isNull() != other.isNull()
                    || !areEqual(property.getValue(), other, accountant)) {
                return false;
            }
        }
        return true;
    }

    /** JavaScript's {@code ===}: lists and objects are the same only if they are one and the same node. */
    @SuppressWarnings("ReferenceEquality") // identity is what this is about
    public static boolean areSame(JsonNode left, JsonNode right, Accountant accountant) {
        if (left == right) {
            return true;
        }
        return switch (left.getNodeType()) {
            case NUMBER -> right.isNumber() && JsNumbers.toDouble(left) == JsNumbers.toDouble(right);
            case STRING -> right.isString() && areSame(left.stringValue(), right.stringValue(), accountant);
            case BOOLEAN, NULL, MISSING -> left.equals(right);
            default -> false;
        };
    }

    private static boolean areSame(String left, String right, Accountant accountant) {
        if (left.length() != right.length()) {
            return false;
        }
        accountant.read(left.length());
        return left.equals(right);
    }

    /**
     * The property of that name, in any spelling of upper and lower case: the first that fits wins, as in the official
     * engines; undefined when there is none.
     */
    public static JsonNode property(JsonNode instance, String name, Accountant accountant) {
        return switch (instance.getNodeType()) {
            case OBJECT -> {
                accountant.spend(((long) instance.size() * (1 + (name.length() >> 6))) >> 4);
                for (Map.Entry<String, JsonNode> property : instance.properties()) {
                    if (isSameName(property.getKey(), name)) {
                        yield property.getValue();
                    }
                }
                yield UNDEFINED;
            }
            case ARRAY -> {
                int index = index(name);
                yield index >= 0 && index < instance.size() ? instance.get(index) : UNDEFINED;
            }
            case STRING -> {
                int index = index(name);
                String text = instance.stringValue();
                yield index >= 0 && index < text.length() ? Text.node(text.substring(index, index + 1)) : UNDEFINED;
            }
            default -> UNDEFINED;
        };
    }

    /** The place in a list that a name means, without leading zeros and signs; -1 for any other name. */
    private static int index(String name) {
        int length = name.length();
        if (length == 0 || length > 9 || (length > 1 && name.charAt(0) == '0')) {
            return -1;
        }
        for (int at = 0; at < length; at++) {
            if (name.charAt(at) < '0' || name.charAt(at) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(name);
    }

    /** Whether two names are the same, letter case aside. */
    public static boolean isSameName(String left, String right) {
        return left.equals(right)
                || (left.equalsIgnoreCase(right)
                        && left.toLowerCase(Locale.ROOT).equals(right.toLowerCase(Locale.ROOT)));
    }

    /** The properties in JavaScript's order: integer names first, ascending, then the others as they were written. */
    public static Collection<Map.Entry<String, JsonNode>> properties(JsonNode object) {
        boolean plain = true;
        for (String name : object.propertyNames()) {
            plain &= index(name) < 0;
        }
        if (plain) {
            return object.properties();
        }
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(object.properties());
        sorted.sort(Comparator.comparingLong(property -> {
            int index = index(property.getKey());
            return index < 0 ? Long.MAX_VALUE : index;
        }));
        return sorted;
    }
}

package dev.linekeeper.template.function;

import static dev.linekeeper.template.function.Check.ANYTHING;
import static dev.linekeeper.template.function.Check.CONTAINER;
import static dev.linekeeper.template.function.Check.LIST;
import static dev.linekeeper.template.function.Kind.ARRAY;
import static dev.linekeeper.template.function.Kind.BOOLEAN;
import static dev.linekeeper.template.function.Kind.NUMBER;
import static dev.linekeeper.template.function.Kind.OBJECT;
import static dev.linekeeper.template.function.Kind.STRING;
import static dev.linekeeper.template.function.Signature.takes;
import static dev.linekeeper.template.function.Signature.takesEither;

import dev.linekeeper.template.function.Definition.Conduct;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Lists, and what works alike on lists, texts and objects. */
final class CollectionFunctions {
    private static final int DEEPEST_FLATTENING = 100;

    private CollectionFunctions() {}

    static void register(Library.Shelf shelf) {
        for (String lambda : List.of("foreach", "select", "where")) {
            shelf.putForm(lambda, ARRAY, takes(OBJECT, OBJECT, OBJECT));
        }
        shelf.putForm("any", BOOLEAN, takes(OBJECT, OBJECT, OBJECT));
        shelf.putForm("all", BOOLEAN, takes(OBJECT, OBJECT, OBJECT));
        shelf.put("createArray", ARRAY, takes().andMore(OBJECT), ANYTHING, (args, env) -> Values.list(List.of(args)));
        shelf.putTest("contains", Conduct.LENIENT, takes(OBJECT, OBJECT), ANYTHING, CollectionFunctions::contains);
        shelf.put("count", NUMBER, takesEither(STRING, ARRAY), CONTAINER, (args, env) -> count(args[0]));
        shelf.put("first", OBJECT, takes(OBJECT), ANYTHING, (args, env) -> item(args[0], size -> 0));
        shelf.put("last", OBJECT, takes(OBJECT), ANYTHING, (args, env) -> item(args[0], size -> size - 1));
        putSearch(shelf, "indexOf", true);
        putSearch(shelf, "lastIndexOf", false);
        shelf.put("join", STRING, takes(ARRAY, STRING).maybe(STRING), ANYTHING, CollectionFunctions::join);
        shelf.put(
                "reverse",
                EnumSet.of(STRING, ARRAY),
                takesEither(STRING, ARRAY),
                CONTAINER,
                (args, env) -> reverse(args[0]));
        shelf.put("skip", ARRAY, takes(ARRAY, NUMBER), ANYTHING, (args, env) -> skip(list(args[0]), args[1]));
        shelf.put(
                "take",
                EnumSet.of(STRING, ARRAY),
                takesEither(ARRAY, STRING).then(NUMBER),
                ANYTHING,
                (args, env) -> take(args));
        shelf.put("subArray", ARRAY, takes(ARRAY, NUMBER).maybe(NUMBER), ANYTHING, (args, env) -> subArray(args));
        shelf.put("sortBy", ARRAY, takes(ARRAY).maybe(STRING), ANYTHING, Sorting::ascending);
        shelf.put("sortByDescending", ARRAY, takes(ARRAY).maybe(STRING), ANYTHING, Sorting::descending);
        shelf.put("union", ARRAY, takes(ARRAY).andMore(ARRAY), LIST, CollectionFunctions::union);
        shelf.put("unique", ARRAY, takes(ARRAY), LIST, CollectionFunctions::union);
        shelf.put("intersection", ARRAY, takes(ARRAY).andMore(ARRAY), LIST, CollectionFunctions::intersection);
        shelf.put("flatten", ARRAY, takes(ARRAY).maybe(NUMBER), ANYTHING, CollectionFunctions::flatten);
        shelf.put("indicesAndValues", ARRAY, takes(OBJECT), ANYTHING, (args, env) -> indicesAndValues(args[0]));
    }

    private static JsonNode list(JsonNode value) {
        if (!value.isArray()) {
            throw Failure.of("%s is not a list.".formatted(Text.of(value)));
        }
        return value;
    }

    private static JsonNode contains(JsonNode[] args, Environment env) {
        if (args[0].isString() && args[1].isString()) {
            return Values.of(args[0].stringValue().contains(args[1].stringValue()));
        }
        if (args[0].isArray()) {
            env.budget().spend(args[0].size());
            return Values.of(args[0].valueStream().anyMatch(item -> Values.areEqual(item, args[1])));
        }
        return Values.of(args[1].isString()
                && Values.isTruthy(args[0])
                && !Values.property(args[0], args[1].stringValue()).isMissingNode());
    }

    private static JsonNode count(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> Numbers.of(value.stringValue().length());
            case BINARY -> Numbers.of(value.binaryValue().length);
            case NULL -> throw Failure.of("null has no count.");
            default -> Numbers.of(value.size());
        };
    }

    private static JsonNode item(JsonNode value, Function<Integer, Integer> index) {
        if (value.isString() && !value.stringValue().isEmpty()) {
            String text = value.stringValue();
            return Text.node(String.valueOf(text.charAt(index.apply(text.length()))));
        }
        return value.isArray() && !value.isEmpty() ? value.get(index.apply(value.size())) : Values.UNDEFINED;
    }

    private static void putSearch(Library.Shelf shelf, String name, boolean forward) {
        shelf.put(name, NUMBER, takesEither(STRING, ARRAY).then(OBJECT), ANYTHING, (args, env) -> {
            if (Values.isNothing(args[0]) || args[0].isString()) {
                if (!args[1].isString() && !args[1].isMissingNode()) {
                    throw Failure.of("Only a string can be looked for in a string.");
                }
                String text = StringFunctions.text(args[0]);
                String part = StringFunctions.text(args[1]);
                return Numbers.of(
                        forward ? text.indexOf(part) : text.lastIndexOf(part, Math.max(0, text.length() - 1)));
            }
            list(args[0]);
            env.budget().spend(args[0].size());
            return Numbers.of(forward ? indexOf(args[0], args[1]) : lastIndexOf(args[0], args[1]));
        });
    }

    private static int indexOf(JsonNode list, JsonNode item) {
        for (int index = 0; index < list.size(); index++) {
            if (Values.areSame(list.get(index), item)) {
                return index;
            }
        }
        return -1;
    }

    private static int lastIndexOf(JsonNode list, JsonNode item) {
        for (int index = list.size() - 1; index >= 0; index--) {
            if (Values.areSame(list.get(index), item)) {
                return index;
            }
        }
        return -1;
    }

    private static JsonNode join(JsonNode[] args, Environment env) {
        JsonNode list = list(args[0]);
        String separator = separator(args[args.length == 3 && list.size() < 3 ? 2 : 1]);
        env.budget().spend(list.size());
        env.budget().spendText((long) separator.length() * list.size());
        if (args.length == 2 || list.size() < 3) {
            return checked(Text.join(list, separator), env);
        }
        ArrayNode allButLast = Values.list(new ArrayList<>(list.values()).subList(0, list.size() - 1));
        JsonNode last = list.get(list.size() - 1);
        return checked(Text.join(allButLast, separator) + Text.of(args[2]) + Text.of(last), env);
    }

    private static JsonNode checked(String text, Environment env) {
        env.budget().spendText(text.length());
        return Text.node(text);
    }

    private static String separator(JsonNode value) {
        return value.isMissingNode() ? "," : Text.of(value);
    }

    private static JsonNode reverse(JsonNode value) {
        if (value.isString()) {
            String text = value.stringValue();
            StringBuilder reversed = new StringBuilder(text.length());
            for (int index = text.length() - 1; index >= 0; index--) {
                reversed.append(text.charAt(index));
            }
            return Text.node(reversed.toString());
        }
        List<JsonNode> items = new ArrayList<>(list(value).values());
        Collections.reverse(items);
        return Values.list(items);
    }

    private static JsonNode skip(JsonNode list, JsonNode count) {
        return slice(list, amount(count), list.size());
    }

    private static JsonNode take(JsonNode[] args) {
        if (args[0].isString()) {
            String text = args[0].stringValue();
            return Text.node(text.substring(0, Math.min(text.length(), amount(args[1]))));
        }
        return slice(list(args[0]), 0, Math.min(args[0].size(), amount(args[1])));
    }

    private static int amount(JsonNode count) {
        if (!Numbers.isInteger(count)) {
            throw Failure.of("%s is not an integer.".formatted(Text.of(count)));
        }
        return Math.max(0, Numbers.toInt(count));
    }

    private static JsonNode subArray(JsonNode[] args) {
        JsonNode list = list(args[0]);
        int start = StringFunctions.bound(args[1], 0, list.size());
        int end = args.length == 2 ? list.size() : StringFunctions.bound(args[2], 0, list.size());
        return slice(list, start, end);
    }

    private static JsonNode slice(JsonNode list, int from, int to) {
        return Values.list(from >= to ? List.of() : new ArrayList<>(list.values()).subList(from, to));
    }

    private static JsonNode union(JsonNode[] args, Environment env) {
        IdentityItems all = new IdentityItems();
        for (JsonNode list : args) {
            env.budget().spendItems(list.size());
            list.forEach(all::add);
        }
        return all.toList();
    }

    private static JsonNode intersection(JsonNode[] args, Environment env) {
        IdentityItems common = new IdentityItems();
        args[0].forEach(common::add);
        for (JsonNode list : args) {
            env.budget().spend(list.size());
            IdentityItems others = new IdentityItems();
            list.forEach(others::add);
            common.retain(others);
        }
        return common.toList();
    }

    private static JsonNode flatten(JsonNode[] args, Environment env) {
        JsonNode flat = list(args[0]);
        double depth = args.length > 1 ? args[1].isNumber() ? Numbers.toDouble(args[1]) : 1 : DEEPEST_FLATTENING;
        for (int level = 0; level < Math.max(1, depth) && flat.valueStream().anyMatch(JsonNode::isArray); level++) {
            env.budget().spend(flat.size() + 1L);
            ArrayNode next = Values.list();
            for (JsonNode item : flat) {
                if (item.isArray()) {
                    item.forEach(next::add);
                } else {
                    next.add(item);
                }
            }
            env.budget().spendItems(next.size());
            flat = next;
        }
        return flat;
    }

    private static JsonNode indicesAndValues(JsonNode value) {
        ArrayNode pairs = Values.list();
        if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                pairs.add(Values.object().set("index", Numbers.of(index)).set("value", value.get(index)));
            }
            return pairs;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> property : Values.properties(value)) {
                pairs.add(Values.object().put("index", property.getKey()).set("value", property.getValue()));
            }
            return pairs;
        }
        if (value.isNull()) {
            throw Failure.fatal("null has no indices and values.");
        }
        throw Failure.of("%s is neither a list nor an object.".formatted(Text.of(value)));
    }
}

package dev.linekeeper.template.function.collection;

import static dev.linekeeper.template.function.ArgumentCheck.CONTAINER;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.FunctionRegistry;
import dev.linekeeper.template.function.text.StringFunctions;
import dev.linekeeper.template.function.text.TextSearch;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What texts and lists have in common: characters or items in an order. */
public final class SequenceFunctions {
    private SequenceFunctions() {}

    /** Registers the functions. */
    public static void register(FunctionRegistry functions) {
        functions.putLenient("contains(any, any): boolean", SequenceFunctions::contains);
        functions.put("count(string|list): number", CONTAINER, (args, env) -> count(args[0]));
        functions.put("first(any): any", (args, env) -> item(args[0], size -> 0));
        functions.put("last(any): any", (args, env) -> item(args[0], size -> size - 1));
        putSearch(functions, "indexOf", true);
        putSearch(functions, "lastIndexOf", false);
        functions.put("reverse(string|list): string|list", CONTAINER, (args, env) -> reverse(args[0]));
        functions.put("skip(list, number): list", (args, env) -> skip(CollectionFunctions.list(args[0]), args[1]));
        functions.put("take(list|string, number): string|list", (args, env) -> take(args));
        functions.put("subArray(list, number, number?): list", (args, env) -> subArray(args));
    }

    private static JsonNode count(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> JsNumbers.of(value.stringValue().length());
            case BINARY -> JsNumbers.of(value.binaryValue().length);
            case NULL -> throw Failure.of("null has no count.");
            default -> JsNumbers.of(value.size());
        };
    }

    private static JsonNode item(JsonNode value, Function<Integer, Integer> index) {
        if (value.isString() && !value.stringValue().isEmpty()) {
            String text = value.stringValue();
            return Text.node(String.valueOf(text.charAt(index.apply(text.length()))));
        }
        return value.isArray() && !value.isEmpty() ? value.get(index.apply(value.size())) : Values.UNDEFINED;
    }

    private static void putSearch(FunctionRegistry functions, String name, boolean forward) {
        functions.put(name + "(string|list, any): number", (args, env) -> {
            if (Values.isNothing(args[0]) || args[0].isString()) {
                if (!args[1].isString() && !args[1].isMissingNode()) {
                    throw Failure.of("Only a string can be looked for in a string.");
                }
                String text = StringFunctions.text(args[0]);
                TextSearch part = new TextSearch(StringFunctions.text(args[1]), env.accountant());
                return JsNumbers.of(forward ? part.firstIn(text, 0) : part.lastIn(text));
            }
            CollectionFunctions.list(args[0]);
            return JsNumbers.of(place(args[0], args[1], forward, env.accountant()));
        });
    }

    private static int place(JsonNode list, JsonNode item, boolean forward, Accountant accountant) {
        accountant.spend(list.size());
        for (int step = 0; step < list.size(); step++) {
            int index = forward ? step : list.size() - 1 - step;
            if (Values.areSame(list.get(index), item, accountant)) {
                return index;
            }
        }
        return -1;
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
        List<JsonNode> items = new ArrayList<>(CollectionFunctions.list(value).values());
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
        return slice(CollectionFunctions.list(args[0]), 0, Math.min(args[0].size(), amount(args[1])));
    }

    private static int amount(JsonNode count) {
        if (!JsNumbers.isInteger(count)) {
            throw Failure.of("%s is not an integer.", count);
        }
        return Math.max(0, JsNumbers.toInt(count));
    }

    private static JsonNode subArray(JsonNode[] args) {
        JsonNode list = CollectionFunctions.list(args[0]);
        int start = StringFunctions.bound(args[1], 0, list.size());
        int end = args.length == 2 ? list.size() : StringFunctions.bound(args[2], 0, list.size());
        return slice(list, start, end);
    }

    static JsonNode slice(JsonNode list, int from, int to) {
        ArrayNode slice = Values.list();
        for (int index = from; index < to; index++) {
            slice.add(list.get(index));
        }
        return slice;
    }

    private static JsonNode contains(JsonNode[] args, Environment env) {
        if (args[0].isString() && args[1].isString()) {
            TextSearch part = new TextSearch(args[1].stringValue(), env.accountant());
            return Values.of(part.firstIn(args[0].stringValue(), 0) >= 0);
        }
        if (args[0].isArray()) {
            env.accountant().spend(args[0].size());
            return Values.of(args[0].valueStream().anyMatch(item -> Values.areEqual(item, args[1], env.accountant())));
        }
        return Values.of(args[1].isString()
                && Values.isTruthy(args[0])
                && !Values.property(args[0], args[1].stringValue(), env.accountant())
                        .isMissingNode());
    }
}

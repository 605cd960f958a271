package dev.linekeeper.template.function.collection;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.query.QueryOperators;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Sorting as JavaScript does: whole items by their text, items with a property by its value. */
final class Sorting {
    private Sorting() {}

    static JsonNode ascending(JsonNode[] args, Environment env) {
        return Values.list(sort(args, env));
    }

    static JsonNode descending(JsonNode[] args, Environment env) {
        List<JsonNode> sorted = sort(args, env);
        Collections.reverse(sorted);
        return Values.list(sorted);
    }

    private static List<JsonNode> sort(JsonNode[] args, Environment env) {
        if (!args[0].isArray()) {
            throw Failure.of("%s is not a list.".formatted(Text.of(args[0])));
        }
        int size = args[0].size();
        env.budget().spendItems((long) size * (33 - Integer.numberOfLeadingZeros(size)) / 16 + size);
        List<JsonNode> items = new ArrayList<>(args[0].values());
        if (args.length == 1) {
            items.sort(Comparator.comparing(Text::of));
            return items;
        }
        String name = args[1].isString() ? args[1].stringValue() : Text.of(args[1]);
        try {
            items.sort((left, right) -> compare(value(left, name), value(right, name)));
        } catch (IllegalArgumentException e) {
            throw Failure.of("The items cannot be put in an order by %s.".formatted(name));
        }
        return items;
    }

    private static JsonNode value(JsonNode item, String name) {
        if (Values.isNothing(item)) {
            throw Failure.fatal("null has no property %s.".formatted(name));
        }
        JsonNode value = item.get(name);
        return value == null ? Values.UNDEFINED : value;
    }

    /** Numbers by value, texts by their UTF-16 units; what JavaScript cannot compare counts as equal. */
    private static int compare(JsonNode left, JsonNode right) {
        if (left.isString() && right.isString()) {
            return left.stringValue().compareTo(right.stringValue());
        }
        double first = QueryOperators.toNumber(left);
        double second = QueryOperators.toNumber(right);
        return first < second ? -1 : first > second ? 1 : 0;
    }
}

package dev.linekeeper.template.function.collection;

import dev.linekeeper.template.function.Environment;
import dev.linekeeper.template.function.query.QueryOperators;
import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sorting as JavaScript does: whole items by their text, items with a property by its value. */
final class Sorting {
    private static final int BYTES_EACH = 80;

    private Sorting() {}

    /** An item, and what it is sorted by: found once, compared often. */
    private record Sorted(JsonNode item, @Nullable String text, double number) {
        static Sorted of(JsonNode item, JsonNode value) {
            return new Sorted(item, value.isString() ? value.stringValue() : null, QueryOperators.toNumber(value));
        }

        /** Numbers by value, texts by their UTF-16 units; what JavaScript cannot compare counts as equal. */
        int compareTo(Sorted other) {
            if (text != null && other.text != null) {
                return text.compareTo(other.text);
            }
            return number < other.number ? -1 : number > other.number ? 1 : 0;
        }
    }

    static JsonNode ascending(JsonNode[] args, Environment env) {
        return list(sort(args, env));
    }

    static JsonNode descending(JsonNode[] args, Environment env) {
        List<Sorted> sorted = sort(args, env);
        Collections.reverse(sorted);
        return list(sorted);
    }

    private static JsonNode list(List<Sorted> sorted) {
        return Values.list(sorted.stream().map(Sorted::item).toList());
    }

    private static List<Sorted> sort(JsonNode[] args, Environment env) {
        JsonNode list = CollectionFunctions.list(args[0]);
        Accountant accountant = env.accountant();
        accountant.makeItems(list.size(), BYTES_EACH);
        List<Sorted> items = new ArrayList<>(list.size());
        String name = args.length == 1 ? "" : Text.of(args[1], accountant);
        int rounds = 33 - Integer.numberOfLeadingZeros(list.size());
        for (JsonNode item : list) {
            Sorted sorted = args.length == 1
                    ? new Sorted(item, Text.of(item, accountant), Double.NaN)
                    : Sorted.of(item, value(item, name));
            int compared = sorted.text() == null ? 0 : sorted.text().length();
            accountant.spend(((long) (compared + 8) * rounds) >> 4);
            items.add(sorted);
        }
        try {
            items.sort(Sorted::compareTo);
        } catch (IllegalArgumentException e) {
            throw Failure.of("The items cannot be put in an order by %s.", name);
        }
        return items;
    }

    private static JsonNode value(JsonNode item, String name) {
        if (Values.isNothing(item)) {
            throw Failure.fatal("null has no property %s.", name);
        }
        JsonNode value = item.get(name);
        return value == null ? Values.UNDEFINED : value;
    }
}

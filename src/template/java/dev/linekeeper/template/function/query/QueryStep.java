package dev.linekeeper.template.function.query;

import dev.linekeeper.template.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A step on the way of a {@link Query}. */
sealed interface QueryStep {
    /** The items the step leads to from those reached so far. */
    JsonNode from(JsonNode items, Query.QueryRun run);

    /** The properties of a name, all of them for {@code *}. */
    record ChildrenStep(String name) implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            List<JsonNode> found = new ArrayList<>();
            for (JsonNode item : items) {
                if (!name.equals("*")) {
                    append(found, item.path(name));
                } else if (item.isArray()) {
                    append(found, item);
                } else {
                    item.values().forEach(value -> append(found, value));
                }
            }
            return Values.list(found);
        }
    }

    /** The properties of a name at any depth, all of them for {@code *}; without a name, whatever is there. */
    record DescendantsStep(@Nullable String name) implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            ArrayNode found = Values.list();
            Deque<JsonNode> open = new ArrayDeque<>(items.values());
            while (!open.isEmpty()) {
                run.budget().spendItems(found.size());
                JsonNode item = open.pop();
                List<JsonNode> below = new ArrayList<>();
                if (item.isObject()) {
                    if (name == null) {
                        found.add(item);
                    } else if (!name.equals("*")) {
                        appendTo(found, item.path(name));
                    }
                    for (JsonNode value : item.values()) {
                        append(below, value);
                        if (name != null && name.equals("*")) {
                            appendTo(found, value);
                        }
                    }
                } else if (item.isArray()) {
                    item.forEach(value -> append(below, value));
                } else if (name == null) {
                    found.add(item);
                }
                Collections.reverse(below);
                below.forEach(open::push);
            }
            return found;
        }
    }

    /** The items themselves. */
    record SameStep() implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            return items;
        }
    }

    /** The items for which a condition holds. */
    record FilterStep(Query condition) implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            return Values.list(items.valueStream()
                    .filter(item -> run.holds(condition, item))
                    .toList());
        }
    }

    /** The item at a place, counted from the end if it is negative. */
    record ItemStep(Query place) implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            double at = number(place, items, run);
            JsonNode item = items.path((int) (at < 0 ? items.size() + at : at));
            return Values.list(Values.isNothing(item) ? List.of() : List.of(item));
        }
    }

    /** The items from a place to before another. */
    record RangeStep(@Nullable Query from, @Nullable Query to) implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            int first = from == null ? 0 : place(from, items, run);
            int end = to == null ? items.size() : place(to, items, run);
            return Values.list(first >= end ? List.of() : new ArrayList<>(items.values()).subList(first, end));
        }

        private static int place(Query query, JsonNode items, Query.QueryRun run) {
            double at = number(query, items, run);
            return (int) Math.min(Math.max(at < 0 ? items.size() + at : at, 0), items.size());
        }
    }

    /** The results of a query in brackets. */
    record SubqueryStep(Query query) implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            return run.evaluate(query, items);
        }
    }

    private static double number(Query place, JsonNode items, Query.QueryRun run) {
        return QueryOperators.toNumber(Query.first(run.evaluate(place, items)));
    }

    private static void appendTo(ArrayNode found, JsonNode value) {
        List<JsonNode> items = new ArrayList<>();
        append(items, value);
        items.forEach(found::add);
    }

    /** Appends a value, the items of a list one by one, and nothing for undefined. */
    static void append(List<JsonNode> found, JsonNode value) {
        if (value.isArray()) {
            value.forEach(found::add);
        } else if (!value.isMissingNode()) {
            found.add(value);
        }
    }
}

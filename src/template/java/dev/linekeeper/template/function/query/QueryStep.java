package dev.linekeeper.template.function.query;

import dev.linekeeper.template.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
            ArrayNode found = Values.list();
            for (JsonNode item : items) {
                run.accountant().spend(1);
                if (!name.equals("*")) {
                    append(found, item.path(name), run);
                } else if (item.isArray()) {
                    append(found, item, run);
                } else {
                    item.values().forEach(value -> append(found, value, run));
                }
            }
            return found;
        }
    }

    /** The properties of a name at any depth, all of them for {@code *}; without a name, whatever is there. */
    record DescendantsStep(@Nullable String name) implements QueryStep {
        @Override
        public JsonNode from(JsonNode items, Query.QueryRun run) {
            ArrayNode found = Values.list();
            Deque<JsonNode> open = new ArrayDeque<>(items.values());
            while (!open.isEmpty()) {
                JsonNode item = open.pop();
                ArrayNode below = Values.list();
                if (item.isObject()) {
                    if (name == null) {
                        append(found, item, run);
                    } else if (!name.equals("*")) {
                        append(found, item.path(name), run);
                    }
                    for (JsonNode value : item.values()) {
                        append(below, value, run);
                        if (name != null && name.equals("*")) {
                            append(found, value, run);
                        }
                    }
                } else if (item.isArray()) {
                    item.forEach(value -> append(below, value, run));
                } else if (name == null) {
                    append(found, item, run);
                }
                for (int index = below.size() - 1; index >= 0; index--) {
                    open.push(below.get(index));
                }
                run.accountant().spend(2L + 2L * below.size());
                run.accountant().checkItems(open.size());
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
            JsonNode item = Double.isNaN(at) ? Values.UNDEFINED : items.path((int) (at < 0 ? items.size() + at : at));
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

    /** Appends a value, the items of a list one by one, and nothing for undefined. */
    static void append(ArrayNode found, JsonNode value, Query.QueryRun run) {
        run.accountant().checkItems((long) found.size() + value.size());
        if (value.isArray()) {
            run.accountant().spend(value.size());
            value.forEach(found::add);
        } else if (!value.isMissingNode()) {
            found.add(value);
        }
    }
}

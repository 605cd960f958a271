package dev.linekeeper.template.function;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Evaluates a query over a value. Ways yield lists; a list of one compares and reckons as its item does. */
final class QueryEvaluation {
    private final JsonNode root;
    private final Environment env;

    private QueryEvaluation(JsonNode root, Environment env) {
        this.root = root;
        this.env = env;
    }

    /** {@code jPath(value or JSON text, path)}. */
    static JsonNode jPath(JsonNode[] args, Environment env) {
        JsonNode value = args[0].isString() ? JsonText.parse(args[0].stringValue(), env) : args[0];
        if (!value.isContainer() && !value.isNull() && !args[0].isString()) {
            throw Failure.of("%s is neither an object nor JSON.".formatted(Text.of(args[0])));
        }
        if (Values.isNothing(args[1])) {
            throw Failure.of("There is no path.");
        }
        Query query = QueryParser.parse(Text.of(args[1]));
        JsonNode found = new QueryEvaluation(value, env).evaluate(query, value);
        boolean single = query instanceof Query.Way way
                && !way.steps().isEmpty()
                && way.steps().getLast() instanceof Query.At;
        return single ? first(found) : found;
    }

    private JsonNode evaluate(Query query, JsonNode context) {
        env.budget().spend(1);
        return switch (query) {
            case Query.Literal literal -> literal.value();
            case Query.Way way -> way(way, context);
            case Query.Joined joined -> {
                List<JsonNode> all = new ArrayList<>();
                joined.queries().forEach(part -> append(all, evaluate(part, context)));
                yield Values.list(all);
            }
            case Query.Prefixed prefixed -> {
                JsonNode operand = evaluate(prefixed.operand(), context);
                yield prefixed.sign().equals("!")
                        ? Values.of(!isTrue(operand))
                        : Numbers.of(-QueryOperators.toNumber(first(operand)));
            }
            case Query.Logical logical ->
                Values.of(
                        logical.all()
                                ? logical.conditions().stream()
                                        .allMatch(condition -> isTrue(evaluate(condition, context)))
                                : logical.conditions().stream()
                                        .anyMatch(condition -> isTrue(evaluate(condition, context))));
            case Query.Binary binary ->
                binary(binary, evaluate(binary.left(), context), evaluate(binary.right(), context));
        };
    }

    private static boolean isTrue(JsonNode value) {
        return value.isArray() ? !value.isEmpty() : Values.isTruthy(value);
    }

    private static JsonNode first(JsonNode value) {
        return value.isArray() ? value.isEmpty() ? Values.UNDEFINED : value.get(0) : value;
    }

    private JsonNode binary(Query.Binary binary, JsonNode left, JsonNode right) {
        if (QueryOperators.isArithmetic(binary.sign())) {
            return QueryOperators.reckon(binary.sign(), first(left), first(right));
        }
        for (JsonNode one : left.isArray() ? left : Values.list(List.of(left))) {
            for (JsonNode other : right.isArray() ? right : Values.list(List.of(right))) {
                env.budget().spend(1);
                if (QueryOperators.holds(binary.sign(), one, other)) {
                    return Values.of(true);
                }
            }
        }
        return Values.of(false);
    }

    private JsonNode way(Query.Way way, JsonNode context) {
        JsonNode start = way.fromRoot() ? root : context;
        JsonNode items = start.isArray() ? start : Values.list(List.of(start));
        for (Query.Step step : way.steps()) {
            items = step(step, items);
            env.budget().spendItems(items.size());
        }
        return items;
    }

    private JsonNode step(Query.Step step, JsonNode items) {
        return switch (step) {
            case Query.Named named when named.anyDepth() -> descendants(named, items);
            case Query.Named named -> named.name() == null ? items : children(named.name(), items);
            case Query.Where where ->
                Values.list(items.valueStream()
                        .filter(item -> isTrue(evaluate(where.condition(), item)))
                        .toList());
            case Query.Inner inner -> evaluate(inner.query(), items);
            case Query.At at -> {
                double place = QueryOperators.toNumber(first(evaluate(at.place(), items)));
                JsonNode item = items.path((int) (place < 0 ? items.size() + place : place));
                yield Values.list(Values.isNothing(item) ? List.of() : List.of(item));
            }
            case Query.Between between -> {
                int from = between.from() == null ? 0 : place(evaluate(between.from(), items), items.size());
                int to = between.to() == null ? items.size() : place(evaluate(between.to(), items), items.size());
                yield Values.list(from >= to ? List.of() : new ArrayList<>(items.values()).subList(from, to));
            }
        };
    }

    private static int place(JsonNode value, int size) {
        double place = QueryOperators.toNumber(first(value));
        return (int) Math.clamp(place < 0 ? size + place : place, 0, size);
    }

    private static JsonNode children(String name, JsonNode items) {
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

    private JsonNode descendants(Query.Named named, JsonNode items) {
        String name = named.name();
        ArrayNode found = Values.list();
        Deque<JsonNode> open = new ArrayDeque<>(items.values());
        while (!open.isEmpty()) {
            env.budget().spendItems(found.size());
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
            below.reversed().forEach(open::push);
        }
        return found;
    }

    private static void appendTo(ArrayNode found, JsonNode value) {
        List<JsonNode> items = new ArrayList<>();
        append(items, value);
        items.forEach(found::add);
    }

    /** Appends a value, the items of a list one by one, and nothing for undefined. */
    private static void append(List<JsonNode> found, JsonNode value) {
        if (value.isArray()) {
            value.forEach(found::add);
        } else if (!value.isMissingNode()) {
            found.add(value);
        }
    }
}

package dev.linekeeper.template.function.query;

import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Values;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A query of {@code jPath}, in the language of the JSPath library: {@code .automobiles{.maker === "Honda"}.model}. Paths
 * yield lists; a list of one item compares and reckons as that item does.
 */
public sealed interface Query {
    /** The result over a context: the whole value, or the item a condition is about. */
    JsonNode over(JsonNode context, QueryRun run);

    /** One evaluation: the whole value, and what may still be spent. */
    record QueryRun(JsonNode root, Accountant accountant) {
        public JsonNode evaluate(Query query, JsonNode context) {
            accountant.spend(1);
            return query.over(context, this);
        }

        boolean holds(Query condition, JsonNode context) {
            return Query.isTrue(evaluate(condition, context));
        }
    }

    private static boolean isTrue(JsonNode value) {
        return value.isArray() ? !value.isEmpty() : Values.isTruthy(value);
    }

    /** The first item of a list, undefined if it is empty; any other value as it is. */
    static JsonNode first(JsonNode value) {
        return value.isArray() ? value.isEmpty() ? Values.UNDEFINED : value.get(0) : value;
    }

    private static JsonNode listOf(JsonNode value) {
        return value.isArray() ? value : Values.list(List.of(value));
    }

    /** Where a path begins. */
    enum PathStart {
        WHOLE,
        CONTEXT,
        /** A variable: adaptive expressions have no way to set one, so it is undefined. */
        UNSET
    }

    /** Steps from where the path begins. */
    record PathQuery(PathStart start, List<QueryStep> steps) implements Query {
        @Override
        public JsonNode over(JsonNode context, QueryRun run) {
            JsonNode items = switch (start) {
                case WHOLE -> listOf(run.root());
                case CONTEXT -> listOf(context);
                case UNSET -> JsonNodeFactory.instance.arrayNode().add(Values.UNDEFINED);
            };
            for (QueryStep step : steps) {
                items = step.from(items, run);
                run.accountant().makeItems(items.size());
            }
            return items;
        }

        /** Whether it leads to one item, not to a list. */
        public boolean isSingle() {
            return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof QueryStep.ItemStep;
        }
    }

    /** Several results one after the other. */
    record JoinedQuery(List<Query> queries) implements Query {
        @Override
        public JsonNode over(JsonNode context, QueryRun run) {
            ArrayNode all = Values.list();
            queries.forEach(part -> QueryStep.append(all, run.evaluate(part, context), run));
            return all;
        }
    }

    /** A value written down. */
    record LiteralQuery(JsonNode value) implements Query {
        @Override
        public JsonNode over(JsonNode context, QueryRun run) {
            return value;
        }
    }

    /** {@code !x} or {@code -x}. */
    record PrefixedQuery(String sign, Query operand) implements Query {
        @Override
        public JsonNode over(JsonNode context, QueryRun run) {
            return sign.equals("!")
                    ? Values.of(!run.holds(operand, context))
                    : JsNumbers.of(-QueryOperators.toNumber(first(run.evaluate(operand, context))));
        }
    }

    /** Comparing or reckoning with two values; of lists, whether any two items compare so. */
    record BinaryQuery(String sign, Query left, Query right) implements Query {
        @Override
        public JsonNode over(JsonNode context, QueryRun run) {
            JsonNode one = run.evaluate(left, context);
            JsonNode other = run.evaluate(right, context);
            if (QueryOperators.isArithmetic(sign)) {
                return QueryOperators.reckon(sign, first(one), first(other), run.accountant());
            }
            for (JsonNode leftItem : listOf(one)) {
                for (JsonNode rightItem : listOf(other)) {
                    run.accountant().spend(1);
                    if (QueryOperators.holds(sign, leftItem, rightItem, run.accountant())) {
                        return Values.of(true);
                    }
                }
            }
            return Values.of(false);
        }
    }

    /** {@code &&} or {@code ||} over any number of conditions. */
    record LogicalQuery(boolean all, List<Query> conditions) implements Query {
        @Override
        public JsonNode over(JsonNode context, QueryRun run) {
            return Values.of(
                    all
                            ? conditions.stream().allMatch(condition -> run.holds(condition, context))
                            : conditions.stream().anyMatch(condition -> run.holds(condition, context)));
        }
    }
}

package dev.linekeeper.template.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A query of {@code jPath}, in the language of the JSPath library: {@code .automobiles{.maker === "Honda"}.model}. */
sealed interface Query {
    /** Steps from the whole, or from the item a condition is about. */
    record Way(boolean fromRoot, List<Step> steps) implements Query {}

    /** Several results one after the other. */
    record Joined(List<Query> queries) implements Query {}

    /** A value written down. */
    record Literal(JsonNode value) implements Query {}

    /** {@code !x} or {@code -x}. */
    record Prefixed(String sign, Query operand) implements Query {}

    /** Comparing or reckoning with two values. */
    record Binary(String sign, Query left, Query right) implements Query {}

    /** {@code &&} or {@code ||} over any number of conditions. */
    record Logical(boolean all, List<Query> conditions) implements Query {}

    /** A step of a way. */
    sealed interface Step {}

    /** The properties of a name, all of them for {@code *}, the items themselves for none; below at any depth. */
    record Named(boolean anyDepth, @Nullable String name) implements Step {}

    /** The items for which a condition holds. */
    record Where(Query condition) implements Step {}

    /** The item at a place. */
    record At(Query place) implements Step {}

    /** The items from a place to before another. */
    record Between(@Nullable Query from, @Nullable Query to) implements Step {}

    /** The results of a query in brackets. */
    record Inner(Query query) implements Step {}
}

package dev.linekeeper.template.function.query;

import dev.linekeeper.template.value.JsNumbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a query. Comparisons and reckoning bind to the right, as they do in JSPath. */
public final class QueryParser {
    private static final List<String> EQUALITY = List.of(
            "==", "!=", "===", "!==", "^==", "==^", "^=", "=^", "$==", "==$", "$=", "=$", "*==", "==*", "*=", "=*");
    private static final List<String> ORDER = List.of("<", ">", "<=", ">=");
    private static final int DEEPEST = 100;

    private final QueryTokens tokens;
    private int depth;

    private QueryParser(QueryTokens tokens) {
        this.tokens = tokens;
    }

    public static Query parse(String source) {
        QueryParser parser = new QueryParser(new QueryTokens(source));
        Query query = parser.joined();
        if (parser.tokens.peek().kind() != QueryTokens.QueryTokenKind.END) {
            throw parser.tokens.invalid();
        }
        return query;
    }

    private Query joined() {
        if (++depth > DEEPEST) {
            throw tokens.invalid();
        }
        List<Query> parts = new ArrayList<>();
        do {
            parts.add(tokens.is("(") ? grouped() : way());
        } while (tokens.skip("|"));
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Query.JoinedQuery(parts);
    }

    private Query grouped() {
        tokens.expect("(");
        Query inner = joined();
        tokens.expect(")");
        List<QueryStep> steps = new ArrayList<>();
        for (QueryStep step = predicate(); step != null; step = predicate()) {
            steps.add(step);
        }
        if (steps.isEmpty()) {
            return inner;
        }
        steps.add(0, new QueryStep.SubqueryStep(inner));
        return new Query.PathQuery(Query.PathStart.CONTEXT, steps);
    }

    private Query way() {
        Query.PathStart start = start();
        List<QueryStep> steps = new ArrayList<>();
        for (QueryStep step = step(); step != null; step = step()) {
            steps.add(step);
        }
        return new Query.PathQuery(start, steps);
    }

    /** {@code ^} is the whole; {@code $} alone is where the path stands, and with a name a value that nobody has set. */
    private Query.PathStart start() {
        if (tokens.skip("^")) {
            return Query.PathStart.WHOLE;
        }
        if (tokens.isVariable()) {
            return tokens.next().text().length() == 1 ? Query.PathStart.CONTEXT : Query.PathStart.UNSET;
        }
        if (!tokens.is(".") && !tokens.is("..")) {
            throw tokens.invalid();
        }
        return Query.PathStart.CONTEXT;
    }

    private @Nullable QueryStep step() {
        if (!tokens.is(".") && !tokens.is("..")) {
            return predicate();
        }
        boolean anyDepth = tokens.next().text().equals("..");
        QueryTokens.QueryToken name = tokens.peek();
        if (name.kind() == QueryTokens.QueryTokenKind.WORD || tokens.is("*")) {
            String text = tokens.next().text();
            return anyDepth ? new QueryStep.DescendantsStep(text) : new QueryStep.ChildrenStep(text);
        }
        String quoted =
                name.kind() == QueryTokens.QueryTokenKind.STRING ? tokens.next().unquoted() : null;
        if (anyDepth) {
            return new QueryStep.DescendantsStep(quoted);
        }
        return quoted == null ? new QueryStep.SameStep() : new QueryStep.ChildrenStep(quoted);
    }

    private @Nullable QueryStep predicate() {
        if (tokens.skip("{")) {
            Query condition = either();
            tokens.expect("}");
            return new QueryStep.FilterStep(condition);
        }
        if (tokens.skip("[")) {
            Query from = tokens.is(":") ? null : prefixed();
            boolean range = tokens.skip(":");
            Query to = range && !tokens.is("]") ? prefixed() : null;
            tokens.expect("]");
            return range
                    ? new QueryStep.RangeStep(from, to)
                    : new QueryStep.ItemStep(java.util.Objects.requireNonNull(from));
        }
        return tokens.is("(") ? new QueryStep.SubqueryStep(grouped()) : null;
    }

    private Query either() {
        return logical(false, "||", () -> logical(true, "&&", this::equality));
    }

    private Query logical(boolean all, String sign, Supplier<Query> operand) {
        List<Query> conditions = new ArrayList<>();
        do {
            conditions.add(operand.get());
        } while (tokens.skip(sign));
        return conditions.size() == 1 ? conditions.get(0) : new Query.LogicalQuery(all, conditions);
    }

    private Query equality() {
        return binary(EQUALITY, this::equality, () -> binary(ORDER, this::order, this::sum));
    }

    private Query order() {
        return binary(ORDER, this::order, this::sum);
    }

    private Query sum() {
        return binary(List.of("+", "-"), this::product, this::product);
    }

    private Query product() {
        return binary(List.of("*", "/", "%"), this::product, this::prefixed);
    }

    private Query binary(List<String> signs, Supplier<Query> right, Supplier<Query> operand) {
        if (++depth > DEEPEST) {
            throw tokens.invalid();
        }
        Query left = operand.get();
        while (tokens.peek().isOneOf(signs)) {
            left = new Query.BinaryQuery(tokens.next().text(), left, right.get());
        }
        depth--;
        return left;
    }

    private Query prefixed() {
        if (tokens.is("!") || tokens.is("-")) {
            if (++depth > DEEPEST) {
                throw tokens.invalid();
            }
            Query query = new Query.PrefixedQuery(tokens.next().text(), prefixed());
            depth--;
            return query;
        }
        QueryTokens.QueryToken token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> new Query.LiteralQuery(Text.node(tokens.next().unquoted()));
            case NUMBER ->
                new Query.LiteralQuery(
                        JsNumbers.of(Double.parseDouble(tokens.next().text())));
            case WORD -> tokens.isVariable() ? way() : word(tokens.next().text());
            case SIGN, END -> {
                if (tokens.skip("(")) {
                    Query inner = either();
                    tokens.expect(")");
                    yield inner;
                }
                yield way();
            }
        };
    }

    private Query word(String word) {
        return new Query.LiteralQuery(
                switch (word) {
                    case "true" -> Values.of(true);
                    case "false" -> Values.of(false);
                    case "null" -> Values.nullNode();
                    default -> throw tokens.invalid();
                });
    }
}

package dev.linekeeper.template.function;

import dev.linekeeper.template.value.Failure;
import dev.linekeeper.template.value.Numbers;
import dev.linekeeper.template.value.Text;
import dev.linekeeper.template.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a query. Comparisons and reckoning bind to the right, as they do in JSPath. */
final class QueryParser {
    private static final Pattern TOKEN = Pattern.compile(
            "[ \\r\\n\\t]*(?:"
                    + "(?<sign>\\.\\.|===|!==|\\^==|\\$==|\\*==|==\\^|==\\$|==\\*|==|!=|<=|>=|\\^=|\\$=|\\*=|=\\^|=\\$|=\\*|&&|\\|\\||"
                    + "\\.(?!\\d)|[:{}()\\[\\]^+\\-*/%!<>|])"
                    + "|(?<word>[$@_A-Za-z][$@_A-Za-z0-9]*)"
                    + "|(?<string>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')"
                    + "|(?<number>\\d*\\.?\\d+|\\d+\\.)"
                    + "|(?<end>$))",
            Pattern.DOTALL);
    private static final List<String> EQUALITY = List.of(
            "==", "!=", "===", "!==", "^==", "==^", "^=", "=^", "$==", "==$", "$=", "=$", "*==", "==*", "*=", "=*");
    private static final List<String> ORDER = List.of("<", ">", "<=", ">=");
    private static final int DEEPEST = 100;

    private final List<Token> tokens = new ArrayList<>();
    private final String source;
    private int at;
    private int depth;

    private record Token(String kind, String text) {}

    private QueryParser(String source) {
        this.source = source;
        Matcher matcher = TOKEN.matcher(source);
        int from = 0;
        do {
            if (!matcher.find(from) || matcher.start() != from) {
                throw invalid();
            }
            for (String kind : List.of("sign", "word", "string", "number", "end")) {
                if (matcher.group(kind) != null) {
                    tokens.add(new Token(kind, matcher.group(kind)));
                }
            }
            from = matcher.end();
        } while (!tokens.getLast().kind().equals("end"));
    }

    static Query parse(String source) {
        QueryParser parser = new QueryParser(source);
        Query query = parser.joined();
        if (!parser.peek().kind().equals("end")) {
            throw parser.invalid();
        }
        return query;
    }

    private Query joined() {
        if (++depth > DEEPEST) {
            throw invalid();
        }
        List<Query> parts = new ArrayList<>();
        do {
            parts.add(is("(") ? grouped() : way());
        } while (skip("|"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Query.Joined(parts);
    }

    private Query grouped() {
        expect("(");
        Query inner = joined();
        expect(")");
        List<Query.Step> steps = new ArrayList<>();
        for (Query.Step step = predicate(); step != null; step = predicate()) {
            steps.add(step);
        }
        if (steps.isEmpty()) {
            return inner;
        }
        steps.addFirst(new Query.Inner(inner));
        return new Query.Way(false, steps);
    }

    private Query way() {
        if (!is(".") && !is("..") && !is("^")) {
            throw invalid();
        }
        boolean fromRoot = skip("^");
        List<Query.Step> steps = new ArrayList<>();
        for (Query.Step step = step(); step != null; step = step()) {
            steps.add(step);
        }
        return new Query.Way(fromRoot, steps);
    }

    private Query.@Nullable Step step() {
        if (!is(".") && !is("..")) {
            return predicate();
        }
        boolean anyDepth = next().text().equals("..");
        Token name = peek();
        if (name.kind().equals("word") || is("*")) {
            return new Query.Named(anyDepth, next().text());
        }
        return new Query.Named(anyDepth, name.kind().equals("string") ? string(next()) : null);
    }

    private Query.@Nullable Step predicate() {
        if (skip("{")) {
            Query condition = either();
            expect("}");
            return new Query.Where(condition);
        }
        if (skip("[")) {
            Query from = is(":") ? null : prefixed();
            boolean range = skip(":");
            Query to = range && !is("]") ? prefixed() : null;
            expect("]");
            return range ? new Query.Between(from, to) : new Query.At(java.util.Objects.requireNonNull(from));
        }
        return is("(") ? new Query.Inner(grouped()) : null;
    }

    private Query either() {
        return logical(false, "||", () -> logical(true, "&&", this::equality));
    }

    private Query logical(boolean all, String sign, Supplier<Query> operand) {
        List<Query> conditions = new ArrayList<>();
        do {
            conditions.add(operand.get());
        } while (skip(sign));
        return conditions.size() == 1 ? conditions.getFirst() : new Query.Logical(all, conditions);
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
            throw invalid();
        }
        Query left = operand.get();
        while (peek().kind().equals("sign") && signs.contains(peek().text())) {
            left = new Query.Binary(next().text(), left, right.get());
        }
        depth--;
        return left;
    }

    private Query prefixed() {
        if (is("!") || is("-")) {
            if (++depth > DEEPEST) {
                throw invalid();
            }
            Query query = new Query.Prefixed(next().text(), prefixed());
            depth--;
            return query;
        }
        Token token = peek();
        return switch (token.kind()) {
            case "string" -> new Query.Literal(Text.node(string(next())));
            case "number" -> new Query.Literal(Numbers.of(Double.parseDouble(next().text())));
            case "word" -> word(next().text());
            default -> {
                if (skip("(")) {
                    Query inner = either();
                    expect(")");
                    yield inner;
                }
                yield way();
            }
        };
    }

    private Query word(String word) {
        return new Query.Literal(
                switch (word) {
                    case "true" -> Values.of(true);
                    case "false" -> Values.of(false);
                    case "null" -> Values.nullNode();
                    default -> throw invalid();
                });
    }

    private static String string(Token token) {
        return token.text().substring(1, token.text().length() - 1).replaceAll("(?s)\\\\(.)", "$1");
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean is(String sign) {
        return peek().kind().equals("sign") && peek().text().equals(sign);
    }

    private boolean skip(String sign) {
        boolean there = is(sign);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String sign) {
        if (!skip(sign)) {
            throw invalid();
        }
    }

    private Failure invalid() {
        return Failure.of("%s is not a valid path.".formatted(source));
    }
}

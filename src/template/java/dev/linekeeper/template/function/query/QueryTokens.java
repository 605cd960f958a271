package dev.linekeeper.template.function.query;

import dev.linekeeper.template.value.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a query, read from the first to the last, which is an end. */
final class QueryTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "[ \\r"
                + "\\n"
                + "\\t]*(?:"
                + "(?<sign>\\.\\.|===|!==|\\^==|\\$==|\\*==|==\\^|==\\$|==\\*|==|!=|<=|>=|\\^=|\\$=|\\*=|=\\^|=\\$|=\\*|&&|\\|\\||"
                + "\\.(?!\\d)|[:{}()\\[\\]^+\\-*/%!<>|])|(?<word>[$@_A-Za-z][$@_A-Za-z0-9]*)"
                + "|(?<string>\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')"
                + "|(?<number>\\d*\\.?\\d+|\\d+\\.)|(?<end>$))",
            Pattern.DOTALL);

    private final List<QueryToken> tokens = new ArrayList<>();
    private final String source;
    private int at;

    /** Each has a group of its name in {@link #TOKEN}. */
    enum QueryTokenKind {
        SIGN,
        WORD,
        STRING,
        NUMBER,
        END
    }

    record QueryToken(QueryTokenKind kind, String text) {
        boolean isOneOf(List<String> signs) {
            return kind == QueryTokenKind.SIGN && signs.contains(text);
        }

        /** What a string says. */
        String unquoted() {
            return text.substring(1, text.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
        }
    }

    QueryTokens(String source) {
        this.source = source;
        Matcher matcher = TOKEN.matcher(source);
        int from = 0;
        do {
            if (!matcher.find(from) || matcher.start() != from) {
                throw invalid();
            }
            for (QueryTokenKind kind : QueryTokenKind.values()) {
                String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
                if (text != null) {
                    tokens.add(new QueryToken(kind, text));
                }
            }
            from = matcher.end();
        } while (tokens.get(tokens.size() - 1).kind() != QueryTokenKind.END);
    }

    /** The one that comes next. */
    QueryToken peek() {
        return tokens.get(at);
    }

    /** The one that comes next, which is now behind us. */
    QueryToken next() {
        return tokens.get(at++);
    }

    boolean is(String sign) {
        return peek().isOneOf(List.of(sign));
    }

    /** Whether what comes next is a name with a dollar sign before it, or that sign alone. */
    boolean isVariable() {
        return peek().kind() == QueryTokenKind.WORD && peek().text().startsWith("$");
    }

    /** Passes over a sign if it is there. */
    boolean skip(String sign) {
        boolean there = is(sign);
        at += there ? 1 : 0;
        return there;
    }

    /** Passes over a sign, which must be there. */
    void expect(String sign) {
        if (!skip(sign)) {
            throw invalid();
        }
    }

    Failure invalid() {
        return Failure.of("%s is not a valid path.", source);
    }
}

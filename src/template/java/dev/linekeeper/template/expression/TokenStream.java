package dev.linekeeper.template.expression;

import java.util.List;

/** The tokens of an expression, read from the first to the last, which is an end. */
final class TokenStream {
    /**
     * A piece of an expression's text.
     *
     * @param text as it is written
     * @param column where it begins, counted from 1
     */
    record ExpressionToken(TokenKind kind, String text, int column) {
        enum TokenKind {
            /** Operators and brackets. */
            SIGN,
            NUMBER,
            STRING,
            IDENTIFIER,
            /** The back quote at either end of a text with bindings. */
            QUOTE,
            /** Plain text between the back quotes. */
            TEXT,
            /** {@code \$} or a back quote after a backslash. */
            ESCAPE,
            /** {@code ${…}}. */
            BINDING,
            /** A character that begins nothing. */
            STRAY,
            END
        }

        boolean is(String sign) {
            return kind == TokenKind.SIGN && text.equals(sign);
        }
    }

    private final List<ExpressionToken> tokens;
    private int at;

    TokenStream(List<ExpressionToken> tokens) {
        this.tokens = tokens;
    }

    /** The one that comes next. */
    ExpressionToken peek() {
        return tokens.get(at);
    }

    /** Whether the one after the next is that sign. */
    boolean isNext(String sign) {
        return tokens.get(at + 1).is(sign);
    }

    /** The one that comes next, which is now behind us. */
    ExpressionToken next() {
        return tokens.get(at++);
    }

    /** How many are behind us. */
    int place() {
        return at;
    }

    ExpressionToken get(int place) {
        return tokens.get(place);
    }

    /** What was written from a place on up to here. */
    String textSince(int place) {
        StringBuilder text = new StringBuilder();
        for (ExpressionToken token : tokens.subList(place, at)) {
            text.append(token.text());
        }
        return text.toString();
    }

    /** Passes over a sign, which must be there. */
    void expect(String sign) {
        if (!peek().is(sign)) {
            throw unexpected(peek());
        }
        at++;
    }

    /** Passes over a token, which must be of that kind. */
    ExpressionToken expect(ExpressionToken.TokenKind kind) {
        if (peek().kind() != kind) {
            throw unexpected(peek());
        }
        return next();
    }

    /** The complaint about a token that should be another. */
    static TemplateException unexpected(ExpressionToken token) {
        String what = token.kind() == ExpressionToken.TokenKind.END
                ? "The expression ends too early."
                : "Unexpected %s".formatted(token.text());
        return new TemplateException(what, token.column());
    }
}

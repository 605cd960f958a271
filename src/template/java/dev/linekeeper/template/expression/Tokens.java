package dev.linekeeper.template.expression;

import java.util.List;
import java.util.stream.Collectors;

/** The tokens of an expression, read from the first to the last, which is an end. */
final class Tokens {
    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The one that comes next. */
    Token peek() {
        return tokens.get(at);
    }

    /** Whether the one after the next is that sign. */
    boolean isNext(String sign) {
        return tokens.get(at + 1).is(sign);
    }

    /** The one that comes next, which is now behind us. */
    Token next() {
        return tokens.get(at++);
    }

    /** How many are behind us. */
    int place() {
        return at;
    }

    Token get(int place) {
        return tokens.get(place);
    }

    /** What was written from a place on up to here. */
    String textSince(int place) {
        return tokens.subList(place, at).stream().map(Token::text).collect(Collectors.joining());
    }

    /** Passes over a sign, which must be there. */
    void expect(String sign) {
        if (!peek().is(sign)) {
            throw unexpected(peek());
        }
        at++;
    }

    /** Passes over a token, which must be of that kind. */
    Token expect(Token.Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected(peek());
        }
        return next();
    }

    /** The complaint about a token that should be another. */
    static TemplateException unexpected(Token token) {
        String what = token.kind() == Token.Kind.END
                ? "The expression ends too early."
                : "Unexpected %s".formatted(token.text());
        return new TemplateException(what, token.column());
    }
}

package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.TokenStream.ExpressionToken;
import dev.linekeeper.template.expression.TokenStream.ExpressionToken.TokenKind;

/**
 * How tightly operators bind. All but two bind to the left: {@code ^} binds to the right, and so do the signs before a value.
 * That {@code ? :} binds to the left is a quirk of the official grammar.
 */
final class Precedence {
    static final int LOOSEST = 1;
    static final int CONDITIONAL = 2;
    static final int POWER = 11;
    /** The signs before a value: {@code ! - +}. */
    static final int PREFIX = 12;

    private static final int NONE = 0;

    private Precedence() {}

    /** The level of an operator between two values; less than any level for everything else. */
    static int of(ExpressionToken token) {
        if (token.kind() != TokenKind.SIGN) {
            return NONE;
        }
        return switch (token.text()) {
            case "^" -> POWER;
            case "*", "/", "%" -> 10;
            case "+", "-" -> 9;
            case "==", "!=", "<>" -> 8;
            case "&" -> 7;
            case "<", "<=", ">", ">=" -> 6;
            case "&&" -> 5;
            case "||" -> 4;
            case "??" -> 3;
            case "?" -> CONDITIONAL;
            default -> NONE;
        };
    }
}

package dev.linekeeper.template.expression;

/**
 * A piece of an expression's text.
 *
 * @param text as it is written
 * @param column where it begins, counted from 1
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
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
        return kind == Kind.SIGN && text.equals(sign);
    }
}

package dev.linekeeper.template.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens: always the longest that fits, as the official grammar has it. */
final class Lexer {
    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<>", "&&", "||", "<=", ">=", "=>", "??");
    private static final String SIGNS = "+-!^*/%&<>()[]{}.,:?";

    private final String source;
    private final int offset;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    /** The tokens of the text, the last of them an end; the offset is added to every column. */
    static List<Token> tokens(String source, int offset) {
        Lexer lexer = new Lexer(source, offset);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, source.length());
        return lexer.tokens;
    }

    private void next() {
        char c = source.charAt(at);
        if (isBlank(c) || c == '\n' || source.startsWith("\r\n", at)) {
            at++;
        } else if (c == '`') {
            add(Token.Kind.QUOTE, at + 1);
            interpolation();
        } else if (isDigit(c)) {
            add(Token.Kind.NUMBER, Scan.number(source, at));
        } else if (c == '\'' || c == '"') {
            int end = Scan.string(source, at);
            add(end < 0 ? Token.Kind.STRAY : Token.Kind.STRING, end < 0 ? at + 1 : end);
        } else {
            word(c);
        }
    }

    private void word(char c) {
        int end = Scan.identifier(source, at);
        if (end > at && !(c == '%' && end == at + 1)) {
            add(Token.Kind.IDENTIFIER, end);
            return;
        }
        for (String sign : LONG_SIGNS) {
            if (source.startsWith(sign, at)) {
                add(Token.Kind.SIGN, at + 2);
                return;
            }
        }
        add(SIGNS.indexOf(c) >= 0 ? Token.Kind.SIGN : Token.Kind.STRAY, at + 1);
    }

    /** From behind a back quote to the one that closes it, or to the end. */
    private void interpolation() {
        int text = at;
        while (at < source.length()) {
            char c = source.charAt(at);
            int binding = c == '$' ? Scan.binding(source, at) : -1;
            boolean escape = c == '\\' && at + 1 < source.length() && "`$".indexOf(source.charAt(at + 1)) >= 0;
            if (binding < 0 && !escape && c != '`') {
                at++;
                continue;
            }
            int end = at;
            at = text;
            if (end > text) {
                add(Token.Kind.TEXT, end);
            }
            if (c == '`') {
                add(Token.Kind.QUOTE, at + 1);
                return;
            }
            add(escape ? Token.Kind.ESCAPE : Token.Kind.BINDING, escape ? at + 2 : binding);
            text = at;
        }
        if (at > text) {
            at = text;
            add(Token.Kind.TEXT, source.length());
        }
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, source.substring(at, end), offset + at + 1));
        at = end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\ufeff' || c == '\u00a0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

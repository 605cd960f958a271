package dev.linekeeper.template.expression;

import dev.linekeeper.template.expression.TokenStream.ExpressionToken;
import dev.linekeeper.template.expression.TokenStream.ExpressionToken.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens: always the longest that fits, as the official grammar has it. */
final class ExpressionLexer {
    private static final List<String> LONG_SIGNS = List.of("==", "!=", "<>", "&&", "||", "<=", ">=", "=>", "??");
    private static final String SIGNS = "+-!^*/%&<>()[]{}.,:?";

    private final String source;
    private final int offset;
    private final List<ExpressionToken> tokens = new ArrayList<>();
    private int at;

    private ExpressionLexer(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    /** The tokens of the text, the last of them an end; the offset is added to every column. */
    static List<ExpressionToken> tokens(String source, int offset) {
        ExpressionLexer lexer = new ExpressionLexer(source, offset);
        while (lexer.at < source.length()) {
            lexer.next();
        }
        lexer.add(TokenKind.END, source.length());
        return lexer.tokens;
    }

    private void next() {
        char c = source.charAt(at);
        if (isBlank(c) || c == '\n' || source.startsWith("\r\n", at)) {
            at++;
        } else if (c == '`') {
            add(TokenKind.QUOTE, at + 1);
            interpolation();
        } else if (isDigit(c)) {
            add(TokenKind.NUMBER, Scan.number(source, at));
        } else if (c == '\'' || c == '"') {
            int end = Scan.string(source, at);
            add(end < 0 ? TokenKind.STRAY : TokenKind.STRING, end < 0 ? at + 1 : end);
        } else {
            word(c);
        }
    }

    private void word(char c) {
        int end = Scan.identifier(source, at);
        if (end > at && !(c == '%' && end == at + 1)) {
            add(TokenKind.IDENTIFIER, end);
            return;
        }
        for (String sign : LONG_SIGNS) {
            if (source.startsWith(sign, at)) {
                add(TokenKind.SIGN, at + 2);
                return;
            }
        }
        add(SIGNS.indexOf(c) >= 0 ? TokenKind.SIGN : TokenKind.STRAY, at + 1);
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
                add(TokenKind.TEXT, end);
            }
            if (c == '`') {
                add(TokenKind.QUOTE, at + 1);
                return;
            }
            add(escape ? TokenKind.ESCAPE : TokenKind.BINDING, escape ? at + 2 : binding);
            text = at;
        }
        if (at > text) {
            at = text;
            add(TokenKind.TEXT, source.length());
        }
    }

    private void add(TokenKind kind, int end) {
        tokens.add(new ExpressionToken(kind, source.substring(at, end), offset + at + 1));
        at = end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\ufeff' || c == '\u00a0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package dev.linekeeper.template.function.text;

import dev.linekeeper.template.value.Failure;
import java.util.regex.Pattern;

/**
 * Reads a regular expression and writes it as one for {@link Pattern} that means the same: classes, anchors and escapes
 * differ between JavaScript and Java.
 */
final class RegexTranslation {
    private static final int DEEPEST = 200;

    private final String source;
    private final int flags;
    private final boolean common;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int depth;

    private RegexTranslation(String source, int flags, boolean common) {
        this.source = source;
        this.flags = flags;
        this.common = common;
    }

    /**
     * The translation.
     *
     * @param flags of {@link Pattern}: only those for case, lines and dots are known
     * @param common whether only what all engines of Adaptive Expressions share is allowed
     */
    static String of(String source, int flags, boolean common) {
        RegexTranslation translation = new RegexTranslation(source, flags, common);
        translation.alternatives();
        if (translation.at < source.length()) {
            throw translation.invalid();
        }
        return translation.out.toString();
    }

    private void alternatives() {
        if (++depth > DEEPEST) {
            throw invalid();
        }
        while (at < source.length() && source.charAt(at) != ')') {
            if (source.charAt(at) == '|') {
                at++;
                out.append('|');
            } else if (atom()) {
                quantifier();
            }
        }
        depth--;
    }

    /** Writes one atom, and tells whether it may be repeated. */
    private boolean atom() {
        char c = source.charAt(at++);
        switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape(false);
            case '.' -> out.append((flags & Pattern.DOTALL) == 0 ? RegexClasses.NO_LINE_END : RegexClasses.EVERYTHING);
            case '^' ->
                out.append((flags & Pattern.MULTILINE) == 0 ? "\\A" : "(?:\\A|(?<=[" + RegexClasses.LINE_ENDS + "]))");
            case '$' ->
                out.append((flags & Pattern.MULTILINE) == 0 ? "\\z" : "(?:\\z|(?=[" + RegexClasses.LINE_ENDS + "]))");
            case '?', '+', '*' -> throw invalid();
            default -> RegexClasses.appendLiteral(out, c);
        }
        return c != '^' && c != '$';
    }

    private void group() {
        if (source.startsWith("?:", at)) {
            at += 2;
            out.append("(?:");
        } else if (source.startsWith("?<", at) && isLookAround(2)) {
            throwIfCommon();
            out.append(source, at - 1, at + 3);
            at += 3;
        } else if (source.startsWith("?<", at)) {
            int end = source.indexOf('>', at);
            if (end < 0 || !source.substring(at + 2, end).matches("[A-Za-z_][A-Za-z_0-9]*")) {
                throw invalid();
            }
            at = end + 1;
            out.append('(');
        } else if (source.startsWith("?", at) && isLookAround(1)) {
            throwIfCommon();
            out.append(source, at - 1, at + 2);
            at += 2;
        } else if (source.startsWith("?", at)) {
            throw invalid();
        } else {
            out.append('(');
        }
        alternatives();
        if (at >= source.length()) {
            throw invalid();
        }
        at++;
        out.append(')');
    }

    private boolean isLookAround(int ahead) {
        return source.startsWith("=", at + ahead) || source.startsWith("!", at + ahead);
    }

    private void throwIfCommon() {
        if (common) {
            throw invalid();
        }
    }

    private void quantifier() {
        if (at >= source.length()) {
            return;
        }
        char c = source.charAt(at);
        if (c == '{') {
            int end = source.indexOf('}', at);
            if (end < 0 || !source.substring(at + 1, end).matches("\\d{1,6}(,\\d{0,6})?")) {
                return;
            }
            out.append(source, at, end + 1);
            at = end + 1;
        } else if (c == '?' || c == '*' || c == '+') {
            out.append(c);
            at++;
        } else {
            return;
        }
        if (at < source.length() && source.charAt(at) == '?') {
            out.append('?');
            at++;
        }
    }

    private void characterClass() {
        out.append('[');
        if (source.startsWith("^", at)) {
            at++;
            out.append('^');
        }
        int start = at;
        while (at < source.length() && source.charAt(at) != ']') {
            char c = source.charAt(at++);
            if (c == '\\') {
                escape(true);
            } else if (c == '-' && at - 1 > start && at < source.length() && source.charAt(at) != ']') {
                out.append('-');
            } else {
                RegexClasses.appendLiteral(out, c);
            }
        }
        if (at >= source.length() || at == start) {
            throw invalid();
        }
        at++;
        out.append(']');
    }

    private void escape(boolean inClass) {
        if (at >= source.length()) {
            throw invalid();
        }
        char c = source.charAt(at++);
        switch (c) {
            case 'd', 'D', 'w', 'W', 's', 'S' -> out.append(RegexClasses.shorthand(c, inClass));
            case 'n', 'r', 't', 'f' -> out.append('\\').append(c);
            case 'x' -> hex(2);
            case 'b', 'B' -> {
                throwIfCommon();
                out.append(inClass ? "\\x08" : "\\" + c);
            }
            case 'u' -> {
                throwIfCommon();
                hex(4);
            }
            default -> other(c);
        }
    }

    private void other(char c) {
        if (c >= '0' && c <= '9') {
            if (c == '0') {
                out.append("\\x{0}");
            } else {
                throwIfCommon();
                out.append('\\').append(c);
            }
        } else if (Character.isLetter(c) && c < 0x80 && common && "aecpP".indexOf(c) < 0) {
            throw invalid();
        } else {
            RegexClasses.appendLiteral(out, c);
        }
    }

    private void hex(int digits) {
        String code = source.substring(at, Math.min(source.length(), at + digits));
        if (code.matches("[0-9A-Fa-f]{" + digits + "}")) {
            out.append("\\x{").append(code).append('}');
            at += digits;
        } else {
            RegexClasses.appendLiteral(out, source.charAt(at - 1));
        }
    }

    private Failure invalid() {
        return RegularExpression.invalid(source);
    }
}

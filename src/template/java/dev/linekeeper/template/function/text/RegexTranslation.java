package dev.linekeeper.template.function.text;

import dev.linekeeper.template.value.Failure;
import java.util.regex.Pattern;

/**
 * Reads a regular expression and writes it as one for {@link Pattern} that means the same: classes, anchors and escapes
 * differ between JavaScript and Java.
 */
final class RegexTranslation {
    private static final int DEEPEST = 200;

    /** After a backslash: edges of words, and what a group matched. */
    private static final String MATCHING_NOTHING = "bB123456789";

    private final String source;
    private final int flags;
    private final boolean common;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int depth;
    private double mostWays = 1;

    private RegexTranslation(String source, int flags, boolean common) {
        this.source = source;
        this.flags = flags;
        this.common = common;
    }

    /**
     * The translation, for which {@link #ways} is known then.
     *
     * @param flags of {@link Pattern}: only those for case, lines and dots are known
     * @param common whether only what all engines of Adaptive Expressions share is allowed
     */
    static RegexTranslation of(String source, int flags, boolean common) {
        RegexTranslation translation = new RegexTranslation(source, flags, common);
        translation.alternatives();
        if (translation.at < source.length()) {
            throw translation.invalid();
        }
        return translation;
    }

    String pattern() {
        return out.toString();
    }

    /**
     * In how many ways at most its parts can match nothing before the next character is looked at: {@code (a*|b*)} ten times in
     * a row does in 2<sup>10</sup>, and each of them is tried.
     */
    long ways() {
        return (long) Math.min(mostWays, Integer.MAX_VALUE);
    }

    /** Writes everything up to the end of the group, and tells in how many ways it matches nothing. */
    private double alternatives() {
        if (++depth > DEEPEST) {
            throw invalid();
        }
        double all = 0;
        double ways = 1;
        double inARow = 1;
        while (at < source.length() && source.charAt(at) != ')') {
            if (source.charAt(at) == '|') {
                at++;
                out.append('|');
                all += ways;
                ways = 1;
                inARow = 1;
            } else {
                double own = atom();
                ways *= own;
                inARow = Math.max(1, inARow * own);
                mostWays = Math.max(mostWays, inARow);
            }
        }
        depth--;
        return all + ways;
    }

    /** Writes one atom and how often it may come, and tells in how many ways that matches nothing. */
    private double atom() {
        char c = source.charAt(at++);
        double ways = 0;
        switch (c) {
            case '(' -> ways = group();
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
        if (c == '^' || c == '$') {
            return 1;
        }
        return quantifier(c == '\\' && MATCHING_NOTHING.indexOf(source.charAt(at - 1)) >= 0 ? 1 : ways);
    }

    private double group() {
        boolean looksAround = source.startsWith("?", at) && !source.startsWith("?:", at);

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
        double ways = alternatives();
        if (at >= source.length()) {
            throw invalid();
        }
        at++;
        out.append(')');
        return looksAround ? Math.max(1, ways) : ways;
    }

    private boolean isLookAround(int ahead) {
        return source.startsWith("=", at + ahead) || source.startsWith("!", at + ahead);
    }

    private void throwIfCommon() {
        if (common) {
            throw invalid();
        }
    }

    /** Writes how often what came last may come; from in how many ways that matches nothing, tells it for the whole. */
    private double quantifier(double ways) {
        if (at >= source.length()) {
            return ways;
        }
        char c = source.charAt(at);
        int least = c == '+' ? 1 : 0;
        if (c == '{') {
            int end = source.indexOf('}', at);
            if (end < 0 || end - at > 16 || !source.substring(at + 1, end).matches("\\d{1,6}(,\\d{0,6})?")) {
                return ways;
            }
            least = Integer.parseInt(source.substring(at + 1, end).replaceFirst(",.*", ""));
            out.append(source, at, end + 1);
            at = end + 1;
        } else if (c == '?' || c == '*' || c == '+') {
            out.append(c);
            at++;
        } else {
            return ways;
        }
        if (at < source.length() && source.charAt(at) == '?') {
            out.append('?');
            at++;
        }
        return least == 0 ? ways + 1 : Math.pow(ways, least) * (ways == 0 ? 1 : least);
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
            if (c != '0') {
                throwIfCommon();
            }
            out.append(c == '0' ? "\\x{0}" : "\\" + c);
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

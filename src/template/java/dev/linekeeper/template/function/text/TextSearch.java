package dev.linekeeper.template.function.text;

import dev.linekeeper.template.value.Accountant;

/**
 * A text to look for in others, in time that grows with their length and not with its own: a long one is searched by the
 * method of Knuth, Morris and Pratt, because the one of {@link String#indexOf(String)} takes the product of both lengths for
 * texts such as {@code aaa…ab}.
 */
public final class TextSearch {
    private static final int SHORT = 16;

    private final String part;
    private final Accountant accountant;

    /** Pays for both texts at each search. */
    public TextSearch(String part, Accountant accountant) {
        this.part = part;
        this.accountant = accountant;
    }

    /** The first place in the text, from a place on; -1 when there is none. */
    public int firstIn(String text, int from) {
        int found = find(text, from);
        pay((found < 0 ? text.length() : found) - (long) from);
        return found;
    }

    /** The last place in the text; -1 when there is none, and where the text has no last character. */
    public int lastIn(String text) {
        pay(text.length());
        int most = Math.max(0, text.length() - 1);
        if (part.length() <= SHORT) {
            return text.lastIndexOf(part, most);
        }
        int found = new TextSearch(reversed(part), accountant).find(reversed(text), 0);
        return found < 0 ? -1 : text.length() - found - part.length();
    }

    private void pay(long characters) {
        accountant.read((characters + part.length()) * (part.length() <= SHORT ? 1 : 3));
    }

    private static String reversed(String text) {
        char[] reversed = new char[text.length()];
        for (int index = 0; index < reversed.length; index++) {
            reversed[index] = text.charAt(reversed.length - 1 - index);
        }
        return new String(reversed);
    }

    private int find(String text, int from) {
        if (part.length() <= SHORT || text.length() - from <= part.length()) {
            return text.indexOf(part, from);
        }
        int[] borders = borders();
        int matched = 0;
        for (int at = from; at < text.length(); at++) {
            matched = next(text.charAt(at), matched, borders);
            if (matched == borders.length) {
                return at + 1 - matched;
            }
        }
        return -1;
    }

    /** How long the longest beginning of the part is that also ends at each of its places. */
    private int[] borders() {
        int[] borders = new int[part.length()];
        for (int at = 1; at < borders.length; at++) {
            borders[at] = next(part.charAt(at), borders[at - 1], borders);
        }
        return borders;
    }

    private int next(char c, int matched, int[] borders) {
        int known = matched;
        while (known > 0 && part.charAt(known) != c) {
            known = borders[known - 1];
        }
        return part.charAt(known) == c ? known + 1 : 0;
    }
}

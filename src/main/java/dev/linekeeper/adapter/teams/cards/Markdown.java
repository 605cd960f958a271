package dev.linekeeper.adapter.teams.cards;

import java.util.regex.Pattern;

/**
 * Quotes names and reasons so that clients do not read them as Markdown: links, emphasis, lists. Braces are quoted too, so
 * that data cannot look like a template or a date function.
 */
public final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*_\\[\\]`<>~|{}]|(?<=:)/|^[#+=-]"
            + "|(?<=\\b[Ww]{3})\\.|(?<=\\b(?i:mailto|tel|sips?|callto|skype|msteams|javascript|data|file)):");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern QUOTED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern ORDERED = Pattern.compile("^(\\d+)([.)])");

    private Markdown() {}

    /** The text on one line with special characters escaped. */
    public static String quote(String text) {
        if (isPlain(text)) {
            return text;
        }
        String oneLine = SPACES.matcher(text).replaceAll(" ");
        return ORDERED.matcher(SPECIAL.matcher(oneLine).replaceAll("\\\\$0")).replaceFirst("$1\\\\$2");
    }

    /** Whether nothing in it can be special, wherever it stands. */
    private static boolean isPlain(String text) {
        char before = '-';
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean isPlain = Character.isLetter(letter)
                    || (at > 0 && (Character.isDigit(letter) || ",;()'!?&@".indexOf(letter) >= 0))
                    || (at > 0 && ".-+#=".indexOf(letter) >= 0 && before != 'w' && before != 'W')
                    || (letter == ' ' && before != ' ');
            if (!isPlain) {
                return false;
            }
            before = letter;
        }
        return true;
    }

    /** The text before {@link #quote}, for titles of buttons and fields, which are no Markdown. */
    static String plain(String quoted) {
        return quoted.indexOf('\\') < 0 ? quoted : QUOTED.matcher(quoted).replaceAll("$1");
    }
}

package dev.linekeeper.core;

import java.util.regex.Pattern;

/**
 * Texts that people wrote, such as names and reasons, without anything that changes how the text around it is read:
 * what turns the direction, what has no width and what controls a terminal is named instead, as in {@code ⟨U+202E⟩}
 * (src/docs/requirements.md, T12).
 */
public final class VisibleText {
    /**
     * Control and format characters, separators of lines and letters that are blank. Joiners stay where they belong,
     * between letters that are not Latin or in an emoji.
     */
    private static final Pattern UNSEEN = Pattern.compile("(?<=[^\\x00-\\x7F])[\\u200C\\u200D](?=[^\\x00-\\x7F])"
            + "|([\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cf}|\\p{Zl}|\\p{Zp}|[\\u115F\\u1160\\u2800\\u3164\\uFFA0])");

    private static final int SOFT_HYPHEN = 0xad;

    private VisibleText() {}

    /** The text with what is not seen named. */
    public static String of(String text) {
        return text.chars().allMatch(VisibleText::isLatin) ? text : withUnseenNamed(text);
    }

    /** Letters, figures and marks that are seen, which most texts have alone. */
    private static boolean isLatin(int letter) {
        return (letter >= ' ' && letter < 0x7f) || (letter > 0xa0 && letter < 0x250 && letter != SOFT_HYPHEN);
    }

    private static String withUnseenNamed(String text) {
        return UNSEEN.matcher(text)
                .replaceAll(found -> found.group(1) == null
                        ? found.group()
                        : "⟨U+%04X⟩".formatted(found.group().codePointAt(0)));
    }
}

package dev.linekeeper.adapter.teams.cards;

import java.util.regex.Pattern;

/**
 * Keeps names and reasons from being taken for Markdown: no links, no emphasis, no lists. Also keeps braces apart, so that
 * data can neither look like a template nor like a date function of the client.
 */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*_\\[\\]`<>~|{}]|(?<=:)/|^[#+=-]");
    private static final Pattern QUOTED = Pattern.compile("\\\\(\\p{Punct})");
    private static final Pattern ORDERED = Pattern.compile("^(\\d+)([.)])");

    private Markdown() {}

    /** The text with every character of meaning disarmed; {@link #plain} takes that back. */
    static String quote(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        return ORDERED.matcher(SPECIAL.matcher(oneLine).replaceAll("\\\\$0")).replaceFirst("$1\\\\$2");
    }

    /** What was quoted, as it was but for line breaks: for titles of buttons and fields, which know no Markdown. */
    static String plain(String quoted) {
        return QUOTED.matcher(quoted).replaceAll("$1");
    }
}

package dev.linekeeper.template.function.text;

import java.util.regex.Matcher;

/** What stands for a match: a text in which JavaScript's dollar signs have their meanings. */
final class RegexReplacement {
    private RegexReplacement() {}

    static void append(StringBuilder to, String replacement, Matcher match, String text) {
        int at = 0;
        while (at < replacement.length()) {
            char c = replacement.charAt(at++);
            char next = at < replacement.length() ? replacement.charAt(at) : 0;
            if (c != '$' || next == 0) {
                to.append(c);
                continue;
            }
            at++;
            switch (next) {
                case '$' -> to.append('$');
                case '&' -> to.append(text, match.start(), match.end());
                case '`' -> to.append(text, 0, match.start());
                case '\'' -> to.append(text, match.end(), text.length());
                default -> {
                    int group = next - '0';
                    if (group >= 1 && group <= 9 && group <= match.groupCount()) {
                        int two = at < replacement.length() ? group * 10 + replacement.charAt(at) - '0' : 0;
                        boolean twoDigits = two >= 10 && two <= 99 && two / 10 == group && two <= match.groupCount();
                        String matched = match.group(twoDigits ? two : group);
                        to.append(matched == null ? "" : matched);
                        at += twoDigits ? 1 : 0;
                    } else {
                        to.append('$').append(next);
                    }
                }
            }
        }
    }
}

package dev.linekeeper.simulator.playground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A typed text with {@code @Name} written as Teams does: {@code <at>Name</at>} and an entity.
 *
 * @param accounts the mentioned ones, in the order of the text
 */
record Mentions(String text, List<MentionedAccount> accounts) {
    /** A person, or the bot, that can be mentioned. */
    record MentionedAccount(String id, String name) {}

    static Mentions in(String text, List<MentionedAccount> known) {
        var names = known.stream()
                .map(MentionedAccount::name)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        var mention = Pattern.compile(
                "(?<!\\w)@(" + names + ")(?!\\w)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        var found = new ArrayList<MentionedAccount>();
        var marked = mention.matcher(text).replaceAll(match -> {
            var account = known.stream()
                    .filter(one -> one.name().equalsIgnoreCase(match.group(1)))
                    .findFirst()
                    .orElseThrow();
            found.add(account);
            return Matcher.quoteReplacement("<at>" + account.name() + "</at>");
        });
        return new Mentions(marked, found);
    }
}

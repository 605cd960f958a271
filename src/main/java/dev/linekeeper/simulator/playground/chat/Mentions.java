package dev.linekeeper.simulator.playground.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code @Name} in a typed text and writes it as Teams does: {@code <at>Name</at>} and an entity. */
public final class Mentions {
    /** A person, or the bot, that can be mentioned. */
    public record MentionedAccount(String id, String name) {}

    /** @param accounts the mentioned ones, in the order of the text */
    record MarkedText(String text, List<MentionedAccount> accounts) {}

    private Mentions() {}

    static MarkedText mark(String text, List<MentionedAccount> known) {
        var longestFirst = known.stream()
                .sorted(Comparator.comparingInt(
                                (MentionedAccount account) -> account.name().length())
                        .reversed())
                .toList();
        var names = longestFirst.stream()
                .map(account -> "(" + Pattern.quote(account.name()) + ")")
                .toList();
        var pattern = Pattern.compile(
                "(?<!\\w)@(?:" + String.join("|", names) + ")(?!\\w)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        var found = new ArrayList<MentionedAccount>();
        var marked = pattern.matcher(text).replaceAll(match -> {
            var account = accountOf(match, longestFirst);
            found.add(account);
            return Matcher.quoteReplacement("<at>" + account.name() + "</at>");
        });
        return new MarkedText(marked, List.copyOf(found));
    }

    private static MentionedAccount accountOf(MatchResult match, List<MentionedAccount> accounts) {
        int group = 1;
        while (match.group(group) == null) {
            group++;
        }
        return accounts.get(group - 1);
    }
}

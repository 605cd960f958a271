package dev.linekeeper.template.function.text;

import dev.linekeeper.template.value.Accountant;
import dev.linekeeper.template.value.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression with JavaScript's meaning. Matching charges the accountant for every character it looks at, so that no
 * pattern and no text can make it run away.
 */
public final class RegularExpression {
    private static final int LONGEST = 10_000;
    private static final int KEPT = 64;
    private static final int LONGEST_KEPT = 500;

    /** Steps of compiling a regular expression, besides those for its characters. */
    private static final int COMPILING = 100;

    private static final Map<String, RegularExpression> CACHE = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RegularExpression> eldest) {
            return size() > KEPT;
        }
    };

    private static final Map<String, Integer> FLAGS =
            Map.of("(?i)", Pattern.CASE_INSENSITIVE, "(?m)", Pattern.MULTILINE, "(?s)", Pattern.DOTALL);

    private final Pattern pattern;
    private final long ways;

    private RegularExpression(Pattern pattern, long ways) {
        this.pattern = pattern;
        this.ways = ways;
    }

    /**
     * Refuses a text that {@code isMatch} will not take for a pattern.
     *
     * @throws Failure if it is none
     */
    public static void check(String written) {
        common(written, Accountant.unlimited());
    }

    /**
     * A pattern as {@code isMatch} takes it: of the subset all engines of Adaptive Expressions share, with flags such as
     * {@code (?i)} written into it.
     */
    static RegularExpression common(String written, Accountant accountant) {
        return cached("c" + written, accountant, () -> {
            String plain = written;
            int flags = 0;
            for (Map.Entry<String, Integer> flag : FLAGS.entrySet()) {
                int at = plain.indexOf(flag.getKey());
                if (at >= 0) {
                    plain = plain.substring(0, at)
                            + plain.substring(at + flag.getKey().length());
                    flags |= flag.getValue();
                }
            }
            if (written.isEmpty()) {
                throw invalid(written);
            }
            return compile(plain, flags, true);
        });
    }

    /** A pattern as {@code replaceIgnoreCase} takes it. */
    static RegularExpression ignoringCase(String written, Accountant accountant) {
        return cached("i" + written, accountant, () -> compile(written, Pattern.CASE_INSENSITIVE, false));
    }

    private static RegularExpression cached(String key, Accountant accountant, Supplier<RegularExpression> compile) {
        synchronized (CACHE) {
            RegularExpression known = CACHE.get(key);
            if (known != null) {
                return known;
            }
        }
        accountant.spend(COMPILING + key.length() * 16L);
        RegularExpression compiled = compile.get();
        synchronized (CACHE) {
            if (key.length() <= LONGEST_KEPT) {
                CACHE.put(key, compiled);
            }
        }
        return compiled;
    }

    private static RegularExpression compile(String written, int flags, boolean common) {
        if (written.length() > LONGEST) {
            throw Failure.limit("a regular expression is longer than %d characters".formatted(LONGEST));
        }
        try {
            RegexTranslation translated = RegexTranslation.of(written, flags, common);
            int matching =
                    (flags & Pattern.CASE_INSENSITIVE) == 0 ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            return new RegularExpression(Pattern.compile(translated.pattern(), matching), translated.ways());
        } catch (PatternSyntaxException e) {
            throw invalid(written);
        }
    }

    static Failure invalid(String written) {
        return Failure.of("%s is not a valid regular expression.", written);
    }

    /** Whether the pattern is found in the text. */
    boolean isFoundIn(String text, Accountant accountant) {
        try {
            return pattern.matcher(metered(text, accountant)).find();
        } catch (StackOverflowError e) {
            throw Failure.limit("a regular expression is too complex for the text");
        }
    }

    /** The text with every match replaced; in the replacement, {@code $1}, {@code $&} and {@code $$} have their meanings. */
    String replaceIn(String text, String replacement, Accountant accountant) {
        try {
            Matcher matcher = pattern.matcher(metered(text, accountant));
            StringBuilder replaced = new StringBuilder();
            int from = 0;
            while (matcher.find()) {
                replaced.append(text, from, matcher.start());
                RegexReplacement.append(replaced, replacement, matcher, text);
                accountant.spend(1);
                accountant.checkText(replaced.length());
                from = matcher.end();
            }
            return replaced.append(text, from, text.length()).toString();
        } catch (StackOverflowError e) {
            throw Failure.limit("a regular expression is too complex for the text");
        }
    }

    private MeteredText metered(String text, Accountant accountant) {
        accountant.spend(((text.length() + 1L) * ways) >> 3);
        return new MeteredText(text, ways, accountant);
    }

    /** A text that charges for each character that is read. */
    private record MeteredText(String text, long ways, Accountant accountant) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            accountant.spend(ways);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

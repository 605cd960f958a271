package dev.linekeeper.template.function.text;

import dev.linekeeper.template.value.EvaluationBudget;
import dev.linekeeper.template.value.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression with JavaScript's meaning. Matching charges the budget for every character it looks at, so that no
 * pattern and no text can make it run away.
 */
public final class RegularExpression {
    private static final int LONGEST = 10_000;
    private static final int KEPT = 64;
    private static final Map<String, RegularExpression> CACHE = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RegularExpression> eldest) {
            return size() > KEPT;
        }
    };

    private static final Map<String, Integer> FLAGS =
            Map.of("(?i)", Pattern.CASE_INSENSITIVE, "(?m)", Pattern.MULTILINE, "(?s)", Pattern.DOTALL);

    private final Pattern pattern;

    private RegularExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Refuses a text that {@code isMatch} will not take for a pattern.
     *
     * @throws Failure if it is none
     */
    public static void check(String written) {
        common(written);
    }

    /**
     * A pattern as {@code isMatch} takes it: of the subset all engines of Adaptive Expressions share, with flags such as
     * {@code (?i)} written into it.
     */
    static RegularExpression common(String written) {
        return cached("c" + written, () -> {
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
    static RegularExpression ignoringCase(String written) {
        return cached("i" + written, () -> compile(written, Pattern.CASE_INSENSITIVE, false));
    }

    private static RegularExpression cached(String key, java.util.function.Supplier<RegularExpression> compile) {
        synchronized (CACHE) {
            RegularExpression known = CACHE.get(key);
            if (known != null) {
                return known;
            }
        }
        RegularExpression compiled = compile.get();
        synchronized (CACHE) {
            CACHE.put(key, compiled);
        }
        return compiled;
    }

    private static RegularExpression compile(String written, int flags, boolean common) {
        if (written.length() > LONGEST) {
            throw Failure.limit("a regular expression is longer than %d characters".formatted(LONGEST));
        }
        try {
            String translated = RegexTranslation.of(written, flags, common);
            int matching =
                    (flags & Pattern.CASE_INSENSITIVE) == 0 ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            return new RegularExpression(Pattern.compile(translated, matching));
        } catch (PatternSyntaxException e) {
            throw invalid(written);
        }
    }

    static Failure invalid(String written) {
        return Failure.of("%s is not a valid regular expression.".formatted(written));
    }

    /** Whether the pattern is found in the text. */
    boolean isFoundIn(String text, EvaluationBudget budget) {
        try {
            return pattern.matcher(new MeteredText(text, budget)).find();
        } catch (StackOverflowError e) {
            throw Failure.limit("a regular expression is too complex for the text");
        }
    }

    /** The text with every match replaced; in the replacement, {@code $1}, {@code $&} and {@code $$} have their meanings. */
    String replaceIn(String text, String replacement, EvaluationBudget budget) {
        try {
            Matcher matcher = pattern.matcher(new MeteredText(text, budget));
            StringBuilder replaced = new StringBuilder();
            int from = 0;
            while (matcher.find()) {
                replaced.append(text, from, matcher.start());
                RegexReplacement.append(replaced, replacement, matcher, text);
                budget.spendText(replaced.length());
                from = matcher.end();
            }
            return replaced.append(text, from, text.length()).toString();
        } catch (StackOverflowError e) {
            throw Failure.limit("a regular expression is too complex for the text");
        }
    }

    /** A text that charges for each character that is read. */
    private record MeteredText(String text, EvaluationBudget budget) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            budget.spend(1);
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

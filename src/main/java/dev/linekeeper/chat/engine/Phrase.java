package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One way to say something: words, {@code {slots}}, {@code (this|that)} and {@code [what may be left out]}. Capitals,
 * spaces and commas between the words do not matter. Each slot occurs at most once.
 */
public final class Phrase {
    private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)}|[\\[\\]()|]|[^\\s\\[\\]()|{}]+");
    private static final String GAP = "(?:^|[\\s,;:]+)";

    private final String text;
    private final Pattern pattern;
    private final List<Slot> slots = new ArrayList<>();
    private final Set<String> words;
    private final Set<String> firstWords;

    private Phrase(String text) {
        this.text = text;
        this.firstWords = FirstWords.of(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
        this.pattern = Pattern.compile(translated(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.words = TOKEN.matcher(text)
                .results()
                .map(token -> token.group().toLowerCase(Locale.ROOT))
                .filter(token -> Character.isLetter(token.charAt(0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a phrase.
     *
     * @throws IllegalArgumentException when it names an unknown slot, or brackets do not match
     */
    public static Phrase of(String text) {
        return new Phrase(text);
    }

    /** What was said for each slot, and how much of the sentence were words of the phrase: the more, the surer. */
    record Match(SlotValues slots, int certainty) {}

    Optional<Match> match(String said) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<Slot, String> values = new EnumMap<>(Slot.class);
        int certainty = said.length();
        for (int i = 0; i < slots.size(); i++) {
            String value = matcher.group(i + 1);
            if (value != null) {
                // A slot that takes only what looks like it is surer than one that takes anything.
                certainty -= value.length() - (slots.get(i).takesAnything() ? 0 : 1);
                values.put(slots.get(i), FirstWords.withoutGapAtEnd(value));
            }
        }
        return Optional.of(new Match(new SlotValues(values), certainty));
    }

    /** The words a sentence may begin with to fit, folded; empty when it may begin with anything. */
    Set<String> firstWords() {
        return firstWords;
    }

    /** The words somebody may misspell. */
    Set<String> words() {
        return words;
    }

    /** The phrase as written. */
    public String text() {
        return text;
    }

    /** The phrase as help shows it: {@code enrol PEOPLE with POLICY}. */
    public String displayText() {
        return TOKEN.matcher(text)
                .replaceAll(token -> token.group(1) == null
                        ? Matcher.quoteReplacement(token.group())
                        : token.group(1).toUpperCase(Locale.ROOT));
    }

    /** Each token brings the gap before it along, so that what is left out leaves no gap behind. */
    private String translated(String phrase) {
        return TOKEN.matcher(phrase)
                .results()
                .map(token -> switch (token.group()) {
                    case "[", "(" -> "(?:";
                    case "]" -> ")?";
                    case ")", "|" -> token.group();
                    default -> GAP + (token.group(1) == null ? Pattern.quote(token.group()) : slot(token.group(1)));
                })
                .collect(Collectors.joining());
    }

    private String slot(String key) {
        Slot slot = Slot.ofKey(key)
                .orElseThrow(
                        () -> new IllegalArgumentException("No such slot in phrase '%s': %s".formatted(text, key)));
        slots.add(slot);
        return "(" + slot.pattern() + ")";
    }

    @Override
    public String toString() {
        return text;
    }

    /** The first word of a sentence, as {@link #firstWords} has it. */
    static String firstWord(String said) {
        return FirstWords.in(said);
    }

    /** One spelling for all texts that differ in capitals alone, as regular expressions compare them. */
    static String folded(String text) {
        return text.chars()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What sentences begin with that fit a phrase, so that few phrases need to be tried on a sentence. */
    private static final class FirstWords {
        /** What {@link Phrase#GAP} stands for. */
        private static final String GAPS = " \t\n\u000B\f\r,;:";

        private final List<String> tokens;
        private final Set<String> words = new HashSet<>();
        private int at;

        private FirstWords(List<String> tokens) {
            this.tokens = tokens;
        }

        /** Those of a phrase of these tokens, {@link Phrase#folded}; empty when it may begin with anything, as with a slot. */
        static Set<String> of(List<String> tokens) {
            var first = new FirstWords(tokens);
            return first.alternatives(true) || first.words.contains("") ? Set.of() : Set.copyOf(first.words);
        }

        /** The first word of a sentence, {@link Phrase#folded}. */
        static String in(String said) {
            int from = 0;
            while (from < said.length() && isGap(said, from)) {
                from++;
            }
            int to = from;
            while (to < said.length() && !isGap(said, to)) {
                to++;
            }
            return folded(said.substring(from, to));
        }

        static String withoutGapAtEnd(String text) {
            int end = text.length();
            while (end > 0 && isGap(text, end - 1)) {
                end--;
            }
            return text.substring(0, end);
        }

        private static boolean isGap(String text, int at) {
            return GAPS.indexOf(text.charAt(at)) >= 0;
        }

        /** Reads up to the closing bracket; whether what follows it may come first as well, as all before it may be left out. */
        private boolean alternatives(boolean lead) {
            boolean passes = false;
            boolean leads = lead;
            while (at < tokens.size()) {
                String token = tokens.get(at++);
                switch (token) {
                    case ")", "]" -> {
                        return passes || leads;
                    }
                    case "|" -> {
                        passes |= leads;
                        leads = lead;
                    }
                    case "(" -> leads = alternatives(leads);
                    case "[" -> leads |= alternatives(leads);
                    default -> {
                        if (leads) {
                            words.add(token.startsWith("{") ? "" : in(token));
                        }
                        leads = false;
                    }
                }
            }
            return passes || leads;
        }
    }
}

package dev.linekeeper.chat.grammar;

import dev.linekeeper.chat.Slot;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
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
    /** What stands between words; none is needed beside an apostrophe. */
    private static final String GAP = "(?:^|[\\s,;:]+|(?<=')|(?='))";

    private final String text;
    private final Pattern pattern;
    private final List<Slot> slots = new ArrayList<>();
    private final Set<String> words;
    private final Set<String> firstWords;
    private final Set<String> lastWords;

    private Phrase(String text) {
        this.text = text;
        List<String> tokens =
                TOKEN.matcher(plain(text)).results().map(MatchResult::group).toList();
        this.firstWords = FirstWords.of(tokens);
        this.lastWords = FirstWords.last(backwards(tokens));
        this.pattern = Pattern.compile(translated(plain(text)), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
    public record Match(Map<Slot, String> slots, int certainty) {
        public Match {
            slots = Map.copyOf(slots);
        }
    }

    /**
     * What a sentence says for the slots; empty when it does not fit.
     *
     * @param plain the sentence without accents, see {@link #plain}
     */
    public Optional<Match> match(String said, String plain) {
        Matcher matcher = pattern.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<Slot, String> values = new EnumMap<>(Slot.class);
        int certainty = said.length();
        for (int i = 0; i < slots.size(); i++) {
            int from = matcher.start(i + 1);
            if (from >= 0) {
                String value = said.substring(from, matcher.end(i + 1));
                // A slot that takes only what looks like it is surer than one that takes anything.
                certainty -= value.length() - (slots.get(i).takesAnything() ? 0 : 1);
                values.put(slots.get(i), FirstWords.withoutGapAtEnd(value));
            }
        }
        return Optional.of(new Match(values, certainty));
    }

    /** The words a sentence may begin with to fit, folded; empty when it may begin with anything. */
    public Set<String> firstWords() {
        return firstWords;
    }

    /** Whether a sentence with that last word, {@link #lastWord}, may fit. */
    public boolean mayEndWith(String word) {
        return lastWords.isEmpty() || lastWords.contains(word);
    }

    /** The words somebody may misspell. */
    public Set<String> words() {
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
    public static String firstWord(String plain) {
        return FirstWords.in(plain);
    }

    /** The last word of a sentence, folded. */
    public static String lastWord(String plain) {
        return FirstWords.lastIn(plain);
    }

    /** The text without accents, letter for letter: of the same length. */
    public static String plain(String text) {
        if (text.chars().allMatch(letter -> letter < 128)) {
            return text;
        }
        var plain = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetter(text.charAt(at))) {
                plain.setCharAt(
                        at,
                        Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFD)
                                .charAt(0));
            }
        }
        return plain.toString();
    }

    private static List<String> backwards(List<String> tokens) {
        return tokens.reversed().stream()
                .map(token -> switch (token) {
                    case "(" -> ")";
                    case ")" -> "(";
                    case "[" -> "]";
                    case "]" -> "[";
                    default -> token;
                })
                .toList();
    }

    /** One spelling for all texts that differ in capitals alone, as regular expressions compare them. */
    public static String folded(String text) {
        return text.chars()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

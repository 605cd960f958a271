package dev.linekeeper.chat.engine;

import dev.linekeeper.chat.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private Phrase(String text) {
        this.text = text;
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
                certainty -= value.length();
                values.put(slots.get(i), value.replaceAll("[\\s,;:]+$", ""));
            }
        }
        return Optional.of(new Match(new SlotValues(values), certainty));
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
}

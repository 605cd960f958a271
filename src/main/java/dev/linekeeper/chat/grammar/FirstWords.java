package dev.linekeeper.chat.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What sentences begin with that fit a phrase, or end with, so that few phrases need to be tried on a sentence. */
final class FirstWords {
    private static final char APOSTROPHE = '\'';

    /** What the gap between words of a {@link Phrase} stands for. */
    private static final String GAPS = " \t\n\u000B\f\r,;:";

    private final List<String> tokens;
    private final UnaryOperator<String> edge;
    private final Set<String> words = new HashSet<>();
    private int at;

    private FirstWords(List<String> tokens, UnaryOperator<String> edge) {
        this.tokens = tokens;
        this.edge = edge;
    }

    /** Those of a phrase of these tokens, {@link Phrase#folded}; empty when it may begin with anything, as with a slot. */
    static Set<String> of(List<String> tokens) {
        return of(tokens, FirstWords::in);
    }

    /** The words it may end with, {@link #lastIn}, of its tokens from the last to the first. */
    static Set<String> last(List<String> backwards) {
        return of(backwards, FirstWords::lastIn);
    }

    private static Set<String> of(List<String> tokens, UnaryOperator<String> edge) {
        var first = new FirstWords(tokens, edge);
        return first.alternatives(true) || first.words.contains("") ? Set.of() : Set.copyOf(first.words);
    }

    /** The first word of a sentence, {@link Phrase#folded}; what is left out ends it, as in {@code n'}. */
    static String in(String said) {
        int from = 0;
        while (from < said.length() && isGap(said, from)) {
            from++;
        }
        int to = from;
        while (to < said.length() && !isGap(said, to) && (to == from || said.charAt(to - 1) != APOSTROPHE)) {
            to++;
        }
        return Phrase.folded(said.substring(from, to));
    }

    /** The last word of a sentence, {@link Phrase#folded}; it begins behind an apostrophe. */
    static String lastIn(String said) {
        String words = withoutGapAtEnd(said);
        int from = words.length();
        while (from > 0 && !isGap(words, from - 1) && words.charAt(from - 1) != APOSTROPHE) {
            from--;
        }
        return Phrase.folded(words.substring(from));
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
                        words.add(token.startsWith("{") ? "" : edge.apply(token));
                    }
                    leads = false;
                }
            }
        }
        return passes || leads;
    }
}

package dev.linekeeper.chat.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Corrects mistyped words in a sentence. */
public final class Spelling {
    private static final int MOST_WORDS = 12;

    /** A word as it is written, without its accents, and which letters are in it. */
    private record SpeltWord(String word, String plain, int letters) {
        static SpeltWord of(String word) {
            String plain = Phrase.plain(word);
            return new SpeltWord(
                    word, plain, plain.chars().map(letter -> 1 << letter % 32).reduce(0, (a, b) -> a | b));
        }

        /** What cannot be a slip is seen at once: each changes two letters at most. */
        boolean isSlipOf(SpeltWord ours) {
            return Integer.bitCount(letters ^ ours.letters) <= 4 && Spelling.isSlipOf(plain, ours.plain);
        }
    }

    private final List<SpeltWord> words;
    private final Set<String> known;

    public Spelling(Collection<String> words) {
        this.words = words.stream().distinct().sorted().map(SpeltWord::of).toList();
        this.known = this.words.stream().map(SpeltWord::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** The sentence with mistyped words put right, nearest first, as far as {@code sense} can be made of it. */
    public Stream<String> corrections(String sentence, Predicate<String> sense) {
        List<String> said = List.of(sentence.split(" ", -1));
        return IntStream.range(0, Math.min(said.size(), MOST_WORDS))
                .boxed()
                .flatMap(at -> near(said.get(at)).map(word -> new Correction(said, at, word)))
                .sorted(Comparator.comparingInt(Correction::distance))
                .map(Correction::sentence)
                .filter(sense)
                .distinct();
    }

    /** Words that could be meant by one that is none of ours. */
    private Stream<String> near(String said) {
        SpeltWord word = SpeltWord.of(said.toLowerCase(Locale.ROOT));
        return word.plain().length() < 3 || known.contains(word.plain())
                ? Stream.empty()
                : words.stream().filter(word::isSlipOf).map(SpeltWord::word);
    }

    /** Whether two words are the same but for a slip or two: one in a short word, two in a longer one. */
    public static boolean isSlipOf(String word, String ours) {
        int slips = Math.min(word.length(), ours.length()) <= 4 ? 1 : 2;
        return ours.length() > 2 && Math.abs(word.length() - ours.length()) <= slips && distance(word, ours) <= slips;
    }

    private record Correction(List<String> said, int at, String word) {
        int distance() {
            return Spelling.distance(Phrase.plain(said.get(at).toLowerCase(Locale.ROOT)), Phrase.plain(word));
        }

        String sentence() {
            var corrected = new ArrayList<>(said);
            corrected.set(at, word);
            return String.join(" ", corrected);
        }
    }

    /** Letters to insert, drop, change or swap with their neighbour (optimal string alignment). */
    public static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return Arrays.stream(last).skip(b.length()).findFirst().orElseThrow();
    }
}

package dev.linekeeper.chat.grammar;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which commands the words of a sentence are nearest to. Thread-safe. */
public final class WordIndex {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, Set<String>> verbsByWord = new HashMap<>();

    /** Of the words in which each command, by its verb, is said. */
    public WordIndex(Map<String, ? extends Collection<String>> wordsByVerb) {
        wordsByVerb.forEach((verb, words) -> words.forEach(word -> verbsByWord
                .computeIfAbsent(Phrase.plain(word.toLowerCase(Locale.ROOT)), _ -> new HashSet<>())
                .add(verb)));
    }

    /** The verbs that share words with the sentence, the nearest first; a word that few commands have counts the more. */
    public List<String> ranked(String sentence) {
        var nearness = new HashMap<String, Double>();
        for (String word : BETWEEN_WORDS.split(Phrase.plain(sentence.toLowerCase(Locale.ROOT)), -1)) {
            Set<String> verbs = verbsByWord.getOrDefault(word, Set.of());
            verbs.forEach(verb -> nearness.merge(verb, 1.0 / verbs.size(), Double::sum));
        }
        return nearness.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}

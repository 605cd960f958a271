package dev.linekeeper.core.request;

import dev.linekeeper.core.tenant.Explanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A sentence that is said of several people.
 *
 * @param alike whether it reads the same for each of them; else it is an example
 */
public record CountedLine(Explanation text, int people, boolean alike) {
    /** The sentences in their order, those of one group as one line. */
    public static List<CountedLine> of(Stream<Explanation> sentences, Function<Explanation, ?> group) {
        var lines = new LinkedHashMap<Object, CountedLine>();
        sentences.forEach(text -> lines.merge(group.apply(text), new CountedLine(text, 1, true), CountedLine::with));
        return List.copyOf(lines.values());
    }

    private CountedLine with(CountedLine other) {
        return new CountedLine(text, people + other.people, alike && other.alike && text.equals(other.text));
    }
}

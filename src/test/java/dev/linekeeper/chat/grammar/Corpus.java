package dev.linekeeper.chat.grammar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sentences that people say, and what each has to come to: {@code corpus/LANGUAGE.tsv}, and {@code LANGUAGE-held-out.tsv}. */
public final class Corpus {
    public static final List<String> LANGUAGES = List.of("en", "de", "fr");
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    private Corpus() {}

    /**
     * A sentence.
     *
     * @param role whose sentence it is
     * @param meaning a verb and its slots, {@code @} and a reply to the last card, and before it {@code ~} where a typing error
     *     has to be mended
     * @param job what the person wants done
     * @param origin where it comes from: what a newcomer said, a public thread (in other words), or ourselves
     * @param isHeldOut whether it was written when the grammar was there, which was measured with it before it learnt of it
     */
    public record Line(
            String language,
            String sentence,
            String role,
            String meaning,
            String job,
            String origin,
            boolean isHeldOut) {
        public boolean isMistyped() {
            return meaning.startsWith("~");
        }

        /** The meaning without the mark of a typing error. */
        public String meant() {
            return isMistyped() ? meaning.substring(1) : meaning;
        }
    }

    public static List<Line> read() {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.concat(
                        read(language, language + ".tsv", false), read(language, language + "-held-out.tsv", true)))
                .toList();
    }

    private static Stream<Line> read(String language, String file, boolean isHeldOut) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> new Line(language, cells[0], cells[1], cells[2], cells[3], cells[4], isHeldOut));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

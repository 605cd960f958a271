package dev.linekeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comments cite is in the repository: pages, chapters of pages, and requirements by their page. */
class CitationsTest {
    private static final Pattern PAGE = Pattern.compile("[\\w./-]*\\w\\.md\\b");
    private static final Pattern CHAPTER = Pattern.compile("(src/docs/[\\w-]+\\.md), ([A-Z][a-z]+(?: [a-z]+)*)");
    private static final Pattern BARE = Pattern.compile("§|\\bT[1-3]?\\d\\b(?=[,)])");
    private static final List<String> PLACES =
            List.of("", "src/docs", "src/docs/adr", "src/test/resources/shared", "target");

    @Test
    void cited_pages_and_chapters_exist() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path root : House.sourceRoots()) {
            for (Path file : House.javaFiles(root)) {
                String text = Files.readString(file).replaceAll("\\n\\s*(\\*|//) ?", " ");
                PAGE.matcher(text)
                        .results()
                        .map(found -> found.group())
                        .filter(page -> PLACES.stream().noneMatch(place -> Files.exists(Path.of(place, page)))
                                && !page.startsWith("target"))
                        .forEach(page -> missing.add(file + " cites " + page));
                CHAPTER.matcher(text)
                        .results()
                        .filter(found -> Files.exists(Path.of(found.group(1))))
                        .filter(found -> !hasChapter(Path.of(found.group(1)), found.group(2)))
                        .forEach(found -> missing.add(file + " cites " + found.group()));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_comment_cites_a_number_without_its_page() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Path root : House.shippedRoots()) {
            for (Path file : House.javaFiles(root)) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.filter(line -> line.strip().startsWith("*") || line.contains("/**") || line.contains("//"))
                            .filter(line -> BARE.matcher(line).find() && !line.contains("requirements.md"))
                            .forEach(line -> bare.add(file + ": " + line.strip()));
                }
            }
        }
        assertThat(bare).isEmpty();
    }

    private static boolean hasChapter(Path page, String title) {
        try {
            return Files.readString(page).lines().anyMatch(line -> line.startsWith("#") && line.endsWith(" " + title));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

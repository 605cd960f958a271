package dev.linekeeper.core.fixes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what can be put right has a row for each, and names the step that does it. */
class FixesInDocumentsTest {
    @Test
    void every_fix_has_its_row_with_its_step() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/docs/fixes.md")).stream()
                .filter(line -> line.matches("\\| [A-Z]{3}-\\d\\d .*"))
                .map(line -> line.substring(2, line.indexOf('|', line.indexOf('|', 1) + 1))
                        .strip())
                .map(line -> line.replaceAll("\\s*\\|\\s*", " "))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.of(Fixable.values())
                        .map(it -> "%s `%s`".formatted(it.rule(), it.step()))
                        .toList());
    }
}

package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said to be kept is every table there is, and none that there is not. */
class DataMapTest {
    private static final Pattern CREATED = Pattern.compile("(?im)^create table (\\w+)");
    private static final Pattern DROPPED = Pattern.compile("(?im)^drop table (\\w+)");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)`");

    @Test
    void the_data_map_names_every_table_and_no_other() throws IOException {
        String migrations;
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            migrations = files.sorted().map(DataMapTest::text).collect(Collectors.joining("\n"));
        }
        var tables = found(CREATED, migrations);
        tables.removeAll(found(DROPPED, migrations));
        String firstCells = Files.readString(Path.of("src/docs/operate/data-map.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|")[1])
                .collect(Collectors.joining());

        assertThat(found(NAMED, firstCells)).isEqualTo(tables);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

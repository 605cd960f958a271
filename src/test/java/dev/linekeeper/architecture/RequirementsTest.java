package dev.linekeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each requirement of {@code src/docs/requirements.md} is proved by a test, or says which issue owes it. */
class RequirementsTest {
    private static final Path PAGE = Path.of("src/docs/requirements.md");
    private static final Pattern LINE = Pattern.compile("^- \\*\\*(T\\d+)\\*\\* (.*(?:\\n  .*)*)", Pattern.MULTILINE);
    private static final Pattern DUE = Pattern.compile("\\bissue \\d+\\b");
    private static final Pattern TRIED = Pattern.compile("^\\| (T\\d+) \\| (.*?) \\| `.*` .*\\|$", Pattern.MULTILINE);
    private static final int COUNT = 39;

    /** A requirement, the issue that owes it or a part of it, and the tests marked with it. */
    private record Line(String id, Optional<String> due, SortedSet<String> tests) {
        @Override
        public String toString() {
            return "%-4s %s%s"
                    .formatted(
                            id,
                            String.join(", ", tests),
                            due.map(issue -> " (due: " + issue + ")").orElse(""));
        }
    }

    @Test
    void each_is_proved_by_a_test_or_owed_by_an_issue() throws IOException {
        List<Line> table = table();
        table.forEach(System.out::println);
        assertThat(table).hasSize(COUNT);
        assertThat(table)
                .as("without a test and owed by no issue")
                .noneMatch(line -> line.tests().isEmpty() && line.due().isEmpty());
    }

    @Test
    void each_mark_is_on_a_test_and_names_a_requirement_of_the_page() throws IOException {
        List<String> known = table().stream().map(Line::id).toList();
        assertThat(known).containsAll(NamedTests.marked().keySet());
        NamedTests.marked()
                .forEach((id, tests) -> assertThat(NamedTests.all()).as(id).containsAll(tests));
    }

    @Test
    void each_that_is_not_owed_names_a_line_without_which_its_test_was_red() throws IOException {
        var tried = new TreeMap<String, SortedSet<String>>();
        TRIED.matcher(Files.readString(PAGE))
                .results()
                .forEach(row -> tried.computeIfAbsent(row.group(1), _ -> new TreeSet<>())
                        .addAll(NamedTests.namedOn(row.group(2))));

        assertThat(table())
                .filteredOn(line -> line.due().isEmpty())
                .extracting(Line::id)
                .as("take a line out, see its test red, and write both into the table at the end of the page")
                .isSubsetOf(tried.keySet());
        tried.forEach((id, tests) -> assertThat(NamedTests.marked().getOrDefault(id, new TreeSet<>()))
                .as("the tests marked with %s", id)
                .containsAll(tests));
    }

    @Test
    void each_test_that_a_page_names_is_there() throws IOException {
        for (Path page : List.of(PAGE, Path.of("SECURITY.md"))) {
            List<String> named = NamedTests.namedOn(Files.readString(page));
            assertThat(NamedTests.all()).as(page.toString()).containsAll(named);
        }
    }

    private static List<Line> table() throws IOException {
        var table = new ArrayList<Line>();
        LINE.matcher(Files.readString(PAGE))
                .results()
                .forEach(found -> table.add(new Line(
                        found.group(1),
                        DUE.matcher(found.group(2))
                                .results()
                                .map(due -> due.group())
                                .findFirst(),
                        NamedTests.marked().getOrDefault(found.group(1), new TreeSet<>()))));
        return table;
    }
}

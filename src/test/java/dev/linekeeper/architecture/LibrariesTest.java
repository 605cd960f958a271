package dev.linekeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

/**
 * What is known to be wrong with the libraries in the jar is in {@code libraries.md}: every library, in its very version, and
 * when somebody looked. Rows for new ones are written with {@code -Dlinekeeper.golden=write}; their family is then to be filled in.
 */
class LibrariesTest {
    private static final Path PAGE = Path.of("src/docs/libraries.md");
    private static final Pattern JAR = Pattern.compile(".*/([^/]+)/([^/]+)/\\1-\\2(?:-[^/]+)?\\.jar");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| (.+) \\|$");
    private static final Pattern FAMILY =
            Pattern.compile("(?m)^\\| \\*\\*(.+?)\\*\\* \\| (.+) \\| (.+) \\| \\d{4}-\\d\\d-\\d\\d \\|$");
    private static final Pattern ONLY_IN_TESTS = Pattern.compile("(?s)## Only in tests\n(.*)");
    private static final String NOBODY = "nobody has looked";

    /** Only in the packaged jar: it comes with Spring Boot's plugin, in Spring Boot's version. */
    private static final String PACKAGED = "spring-boot-jarmode-tools ";

    @Test
    void every_library_in_the_jar_is_in_the_list_in_its_version_and_nothing_else() throws IOException {
        String page = page();
        Set<String> listed = rows(page, row -> row.group(1) + " " + row.group(2));
        Set<String> expected = libraries(page);
        expected.add(PACKAGED + SpringBootVersion.getVersion());
        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            write(page, expected);
            return;
        }
        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void somebody_has_looked_for_advisories_of_each() throws IOException {
        String page = page();
        Set<String> families =
                FAMILY.matcher(page).results().map(row -> row.group(1)).collect(Collectors.toSet());
        assertThat(rows(page, row -> row.group(3)))
                .isNotEmpty()
                .isSubsetOf(families)
                .doesNotContain(NOBODY);
    }

    @Test
    void what_advisories_asked_for_stays() {
        assertThat(classPath())
                .filteredOn(library -> library.matches("(tomcat-embed-core|jackson-databind) .*"))
                .hasSize(3)
                .allMatch(library -> library.matches("tomcat-embed-core 11\\.0\\.(2[5-9]|[3-9]\\d)|jackson-databind"
                        + " (2\\.21\\.([7-9]|\\d\\d)|3\\.1\\.([7-9]|\\d\\d)).*"));
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Set<String> rows(String page, Function<MatchResult, String> part) {
        return ROW.matcher(page).results().map(part).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Name and version of what is on the class path and not named as being there for tests only; starters are empty. */
    private static Set<String> libraries(String page) {
        Set<String> tests = Pattern.compile("`([^`]+)`")
                .matcher(ONLY_IN_TESTS
                        .matcher(page)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
        return classPath().stream()
                .filter(library -> !tests.contains(library.substring(0, library.indexOf(' '))))
                .filter(library -> !library.startsWith("spring-boot-starter"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> JAR.matcher(path.replace(File.separatorChar, '/')))
                .flatMap(jar -> jar.matches() ? Stream.of(jar.group(1) + " " + jar.group(2)) : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void write(String page, Set<String> libraries) throws IOException {
        var known = new TreeMap<String, String>();
        ROW.matcher(page).results().forEach(row -> known.put(row.group(1) + " " + row.group(2), row.group(3)));
        String rows = libraries.stream()
                .map(library ->
                        "| `%s` | %s |\n".formatted(library.replace(" ", "` | `"), known.getOrDefault(library, NOBODY)))
                .collect(Collectors.joining());
        Files.writeString(
                PAGE,
                page.replaceFirst(
                        "(?<=\n\\|---\\|---\\|---\\|\n)(\\| `[^\n]*\n)*",
                        java.util.regex.Matcher.quoteReplacement(rows)));
    }
}

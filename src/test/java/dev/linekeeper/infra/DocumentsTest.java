package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where the documents send people there is something. What they tell them to set: {@link SettingsInDocumentsTest}. */
class DocumentsTest {
    private static final Path OPERATE = Path.of("src/docs/operate");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    /** Those of the project; an owner's own (see .gitignore) are made as the pages say. */
    private static final Pattern FILE =
            Pattern.compile("`((?:infra/(?!\\.env|secrets|config\\b)|src/|\\.ci/)[^`\\s*…]+)`");

    private static final Pattern DEPLOY = Pattern.compile("infra/deploy\\.sh([^\n#`;|]*)");

    @Test
    void every_page_and_heading_that_is_linked_and_every_file_that_is_named_is_there() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : Documents.pages()) {
            String text = Files.readString(page);
            LINK.matcher(text)
                    .results()
                    .filter(link -> !link.group(1).contains(":"))
                    .forEach(link -> {
                        Path target = link.group(1).isEmpty()
                                ? page
                                : page.resolveSibling(link.group(1)).normalize();
                        if (!Files.exists(target)
                                || link.group(2) != null && !headings(target).contains(link.group(2))) {
                            dead.add(page + " links to " + link.group());
                        }
                    });
            FILE.matcher(text)
                    .results()
                    .filter(file -> !Files.exists(Path.of(file.group(1))))
                    .forEach(file -> dead.add(page + " names " + file.group()));
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void the_index_leads_to_every_page_on_running_it() throws IOException {
        String index = Files.readString(OPERATE.resolve("README.md"));
        try (var pages = Files.list(OPERATE)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
        assertThat(Files.readString(Path.of("README.md"))).contains("](src/docs/operate/README.md)");
    }

    @Test
    void deploy_sh_takes_whatever_it_is_shown_with() throws IOException {
        String script = Files.readString(Path.of("infra/deploy.sh"));
        String options = script.replaceAll("(?s).*getopts ([a-z:]+) .*", "$1").replace(":", "");
        Set<String> steps = Set.of(script.replaceAll("(?s).*\\n {2}([a-z |]+)\\) what=\\$1.*", "$1")
                .split(" \\| "));
        List<String> shown = new ArrayList<>();
        for (Path page : Documents.pages()) {
            for (String code : Documents.code(page)) {
                DEPLOY.matcher(code)
                        .results()
                        .map(call -> call.group(1).strip())
                        .forEach(shown::add);
            }
        }

        assertThat(options).hasSizeGreaterThan(5);
        assertThat(shown).hasSizeGreaterThan(8).allSatisfy(arguments -> {
            for (String word : arguments.isEmpty() ? new String[0] : arguments.split(" ")) {
                if (word.startsWith("--")) {
                    assertThat(word).isEqualTo("--help");
                } else if (word.startsWith("-")) {
                    assertThat(options).as(arguments).contains(word.substring(1));
                } else if (arguments.startsWith(word)) {
                    assertThat(steps).contains(word);
                }
            }
        });
    }

    /** The anchors that GitHub gives a page's headings. */
    private static Set<String> headings(Path page) {
        try (var lines = Files.lines(page)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("#+ ", "")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

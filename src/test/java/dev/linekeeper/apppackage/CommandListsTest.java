package dev.linekeeper.apppackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The manifest's menus follow from the commands, by way of the README's table, which is written from them. A menu has
 * what a conversation can begin with (nothing that takes a request's number), in the order of help, as much as Teams
 * shows, what begins alike once, and help the last; the menu of teams and group chats leaves out what people ask about themselves. Written
 * with {@code -Dlinekeeper.golden=write}.
 */
class CommandListsTest {
    /** Of <a href="https://learn.microsoft.com/microsoft-365/extensibility/schema/root-bots-command-lists">commandLists</a>. */
    private static final int MOST = 12;

    private static final Path MANIFEST = Path.of("appPackage/manifest.json");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+) \\| (.+) \\|");
    private static final Pattern LISTS = Pattern.compile("(\"commandLists\": \\[\\n).*?(\\n {6}\\])", Pattern.DOTALL);

    /** A line of the table: how it is said, what happens, who may. */
    private record Line(String phrase, String help, String who) {
        boolean isHelp() {
            return phrase.equals("help");
        }

        /** What is typed before the first thing to fill in. */
        String title() {
            return phrase.replaceFirst(" ?(\\[|\\b[A-Z]{2,}\\b(?! ID)).*", "");
        }

        String description() {
            return title().equals(phrase) ? help : phrase + ": " + help;
        }
    }

    @Test
    void the_menus_list_the_commands() throws IOException {
        String manifest = Files.readString(MANIFEST);
        Matcher found = LISTS.matcher(manifest);
        assertThat(found.find()).isTrue();
        String written = found.group(1)
                + menu("\"personal\"", _ -> true)
                + ",\n"
                + menu("\"team\", \"groupChat\"", line -> !line.who().equals("everyone"))
                + found.group(2);
        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            Files.writeString(MANIFEST, manifest.replace(found.group(), written));
            return;
        }
        assertThat(found.group()).isEqualTo(written);
    }

    private static String menu(String scopes, Predicate<Line> wanted) throws IOException {
        Set<String> titles = new HashSet<>();
        List<Line> begin = lines().filter(line -> !line.phrase().contains("REQUEST") && !line.isHelp())
                .filter(wanted.and(line -> titles.add(line.title())))
                .limit(MOST - 1L)
                .toList();
        return Stream.concat(begin.stream(), lines().filter(Line::isHelp))
                .map(line -> "            { \"title\": \"%s\", \"description\": \"%s\" }"
                        .formatted(line.title(), line.description().replace("\"", "\\\"")))
                .collect(Collectors.joining(
                        ",\n",
                        "        {\n          \"scopes\": [%s],\n          \"commands\": [\n".formatted(scopes),
                        "\n          ]\n        }"));
    }

    private static Stream<Line> lines() throws IOException {
        return Files.readString(Path.of("README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith("<!-- commands"))
                .takeWhile(line -> !line.startsWith("<!-- /commands"))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> new Line(row.group(1), row.group(2), row.group(3)));
    }
}

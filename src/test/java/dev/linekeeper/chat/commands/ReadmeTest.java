package dev.linekeeper.chat.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.chat.Wording;
import dev.linekeeper.chat.engine.Command;
import dev.linekeeper.service.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of what can be said is written from the commands, with {@code -Dlinekeeper.golden=write}. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- commands: written by ReadmeTest -->\n";
    private static final String END = "<!-- /commands -->";

    @Test
    void the_readme_lists_what_can_be_said() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if ("write".equals(System.getProperty("linekeeper.golden"))) {
            Files.writeString(README, readme.substring(0, begin) + table() + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end)).isEqualTo(table());
    }

    private static String table() {
        return CommandsForTests.commands().stream()
                .map(ReadmeTest::row)
                .collect(Collectors.joining("\n", "| say | what happens | who may |\n|---|---|---|\n", "\n"));
    }

    private static String row(Command command) {
        var wording = Wording.of(Locale.ENGLISH);
        String who = command.roles().contains(Role.USER)
                ? "everyone"
                : command.roles().stream().sorted().map(wording::text).collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |".formatted(command.displayText(), wording.say(command.helpKey()), who);
    }
}

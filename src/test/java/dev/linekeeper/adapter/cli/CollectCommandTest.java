package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.chat.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class CollectCommandTest {
    private final String script = read();

    @Test
    void the_script_reads_and_does_nothing_else() {
        assertThat(Pattern.compile("\\b(\\w+)-Cs")
                        .matcher(script)
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .containsExactly("Get");
        assertThat(script).doesNotContainIgnoringCase("-Method Post").containsOnlyOnce("Invoke-RestMethod");
    }

    @Test
    void it_is_printed_as_it_is_and_survives_every_encoding() {
        var out = new StringWriter();
        var shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        assertThat(new CollectCommand(shell).call()).isZero();
        shell.out().flush();
        assertThat(out.toString()).isEqualTo(script);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(script)).isTrue();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/main/resources/powershell/collect.ps1"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}

package dev.linekeeper.adapter.powershell.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What can be said about {@code host.ps1} without running it; the trials in src/test/trials/powershell run it. */
class HostScriptTest {
    private static final Pattern ROW = Pattern.compile("(?m)^ {4}'([\\w-]+)'\\s*= @\\(([^)]*)\\)$");
    private final String script = script();

    @Test
    void its_list_of_cmdlets_and_parameters_is_ours() {
        Map<String, List<String>> listed = new HashMap<>();
        ROW.matcher(script)
                .results()
                .forEach(row -> listed.put(
                        row.group(1),
                        row.group(2).isBlank()
                                ? List.of()
                                : Arrays.stream(row.group(2).split(",", -1))
                                        .map(name -> name.strip().replace("'", ""))
                                        .toList()));
        assertThat(listed)
                .isEqualTo(
                        Arrays.stream(Cmdlet.values()).collect(Collectors.toMap(Cmdlet::command, Cmdlet::parameters)));
    }

    @Test
    void it_makes_no_code_of_text() {
        assertThat(script.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("invoke-expression", "scriptblock]::", "addscript", "newscriptblock", "add-type")
                .doesNotContain(".invoke(", "invokescript")
                .doesNotContainPattern("\\biex\\b");
        // The one place where a command is called by a name: in the module's runspace, after the list was asked.
        assertThat(Pattern.compile("(?m)& ").matcher(script).results().count()).isOne();
        assertThat(script).contains("& $Name @Parameters -ErrorAction");
    }

    @Test
    void it_is_strict_and_keeps_reader_and_writer_for_itself() {
        assertThat(script)
                .contains(
                        "Set-StrictMode -Version Latest",
                        "$Reader, $Writer = [Console]::In, [Console]::Out",
                        "[Console]::SetIn([IO.TextReader]::Null)");
    }

    @Test
    void it_is_short_enough_to_be_reviewed_by_eye_and_plain_ascii() {
        assertThat(script.lines()).hasSizeLessThanOrEqualTo(390);
        assertThat(script).isASCII();
    }

    @Test
    void brackets_close() {
        var bare =
                script.replaceAll("(?m)#.*$", "").replaceAll("'[^'\n]*'", "''").replaceAll("\"[^\"\n]*\"", "\"\"");
        Map<Character, Long> counted = bare.chars()
                .mapToObj(letter -> (char) letter)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counted.get('{')).isEqualTo(counted.get('}'));
        assertThat(counted.get('(')).isEqualTo(counted.get(')'));
        assertThat(counted.get('[')).isEqualTo(counted.get(']'));
    }

    @Test
    void only_we_can_read_the_unpacked_file_and_it_goes_away() throws IOException {
        var unpacked = HostScript.unpacked();
        assertThat(unpacked.command(List.of("pwsh")))
                .containsExactly(
                        "pwsh",
                        "-NoLogo",
                        "-NoProfile",
                        "-NonInteractive",
                        "-File",
                        unpacked.file().toString());
        assertThat(unpacked.file()).hasContent(script);
        if (Files.getFileStore(unpacked.file()).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(unpacked.file()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        unpacked.delete();
        assertThat(unpacked.file()).doesNotExist();
    }

    private static String script() {
        try (var in = HostScriptTest.class.getResourceAsStream(HostScript.RESOURCE)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

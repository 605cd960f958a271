package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.PwshOnPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code collect.ps1} says that Windows PowerShell 5.1 can run it. There is none to run it in, so the parsed script is looked
 * through for what PowerShell 7 added (src/test/powershell/only-in-7.ps1).
 */
@ExtendWith(PwshOnPath.class)
class WindowsPowerShellTest {
    private static final Path COLLECT = Path.of("src/main/resources/powershell/collect.ps1");

    @TempDir
    private Path folder;

    @Test
    void collect_has_nothing_that_windows_powershell_does_not_know() throws Exception {
        assertThat(onlyIn7(COLLECT)).isEmpty();
    }

    /** Without a byte order mark 5.1 reads a script in the code page of the machine. */
    @Test
    void collect_is_ascii() throws IOException {
        assertThat(Files.readString(COLLECT))
                .matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
    }

    @Test
    void what_only_7_knows_is_found() throws Exception {
        var script = Files.writeString(folder.resolve("new.ps1"), """
            $a = $b ? 1 : 2
            $a = $b ?? 1
            $a ??= 1
            ${a}?.Length
            ${a}?[0]
            Get-Date && Get-Item .
            Get-Date || Get-Item .
            1..3 | ForEach-Object -Parallel { $_ }
            '{}' | ConvertFrom-Json -AsHashtable
            Set-Content x -Value y -Encoding utf8NoBOM
            if ($IsLinux) { Get-Error }
            function f { clean { } }
            'a', '?' | Where-Object { $_ -like '*?*' } | ForEach-Object { $_ }
            """);
        assertThat(onlyIn7(script).stream().map(line -> line.split(":", 2)[0]).distinct())
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }

    private static List<String> onlyIn7(Path script) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        PwshOnPath.program().toString(),
                        "-NoLogo",
                        "-NoProfile",
                        "-NonInteractive",
                        "-File",
                        "src/test/powershell/only-in-7.ps1",
                        script.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }
}

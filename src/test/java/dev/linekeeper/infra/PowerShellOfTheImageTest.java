package dev.linekeeper.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** infra/powershell.sh with stand-ins for the release page and the gallery, which note that they were asked. */
class PowerShellOfTheImageTest {
    private static final String OTHER = "0".repeat(64);
    private static final String CURL = """
        #!/bin/sh
        echo "$*" >> "$HOME/asked"
        for last; do :; done
        while [ "$1" != --output ]; do shift; done
        case $last in
          https://github.com/PowerShell/PowerShell/releases/download/v7.6.9/hashes.sha256)
            printf 'AB%062d *powershell-7.6.9-linux-arm64.tar.gz\\r\\nCD%062d *powershell-7.6.9-linux-x64.tar.gz\\r\\n' 1 2 > "$2" ;;
          https://github.com/PowerShell/PowerShell/releases/download/v7.6.9/powershell-7.6.9-linux-x64.tar.gz)
            cp "$HOME/release.tar.gz" "$2" ;;
          *) exit 22 ;;
        esac
        """;
    /** Saves what there is: the package for the gallery, the module for the folder of what was checked. */
    private static final String PWSH = """
        #!/bin/sh
        case "$*" in
          *-AsNupkg*) echo gallery >> "$HOME/asked"; echo a package > "$WORK/MicrosoftTeams.$VERSION.nupkg" ;;
          *Register-PSResourceRepository*)
            [ "$(cat "$CHECKED/microsoftteams.$VERSION.nupkg")" = "a package" ] || exit 1
            mkdir -p "$FOLDER/MicrosoftTeams/$VERSION" && touch "$FOLDER/MicrosoftTeams/$VERSION/MicrosoftTeams.psd1" ;;
        esac
        """;

    @TempDir
    private Path home;

    private Script shell = new Script(Path.of("."));

    @BeforeEach
    void standIns() throws IOException {
        shell = new Script(home);
        shell.standIn("curl", CURL);
        shell.standIn("pwsh", PWSH);
        Files.writeString(home.resolve("text"), "not a program\n");
        assertThat(shell.run(Map.of(), "tar", "-czf", home + "/release.tar.gz", "-C", home.toString(), "pwsh", "text"))
                .isEqualTo(new Script.Said(0, ""));
    }

    @Test
    void the_checksum_of_powershell_is_read_from_its_release_and_that_of_the_module_from_its_package()
            throws IOException {
        assertThat(run("sum", "host", "7.6.9")).isEqualTo(new Script.Said(0, "cd%062d\n".formatted(2)));
        assertThat(run("sum", "module", "7.9.0")).isEqualTo(new Script.Said(0, sum("a package\n") + "\n"));
        assertThat(run("sum", "host", "7.6.10").status()).isNotZero();
    }

    @Test
    void what_has_the_checksum_is_unpacked() throws IOException {
        var release = run("host", "7.6.9", sumOf("release.tar.gz"), home + "/powershell");
        var module = run("module", "7.9.0", sum("a package\n"), home + "/modules");

        assertThat(release).isEqualTo(new Script.Said(0, ""));
        assertThat(module).isEqualTo(new Script.Said(0, ""));
        assertThat(home.resolve("powershell/pwsh")).isExecutable();
        assertThat(home.resolve("modules/MicrosoftTeams/7.9.0/MicrosoftTeams.psd1"))
                .exists();
    }

    @Test
    void anything_else_is_not() {
        assertThat(run("host", "7.6.9", OTHER, home + "/powershell").text())
                .contains("is not what was expected", OTHER);
        assertThat(run("module", "7.9.0", OTHER, home + "/modules").text()).contains("is not what was expected", OTHER);
        assertThat(home.resolve("powershell")).doesNotExist();
        assertThat(home.resolve("modules")).doesNotExist();
    }

    @Test
    void without_a_checksum_nothing_is_fetched_and_it_is_said_how_to_read_it() {
        for (var what : new String[] {"host", "module"}) {
            var said = run(what, "7.6.9", "", home + "/folder");

            assertThat(said.status()).isEqualTo(2);
            assertThat(said.text())
                    .contains("there is no checksum", "infra/powershell.sh sum %s 7.6.9".formatted(what));
        }
        assertThat(run("host", "7.6.9", "sha256:abc", home + "/folder").text()).contains("is no SHA-256 checksum");
        assertThat(home.resolve("asked")).doesNotExist();
    }

    private Script.Said run(String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "infra/powershell.sh";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return shell.run(Map.of("HOME", home.toString()), command);
    }

    private String sum(String content) throws IOException {
        Files.writeString(home.resolve("content"), content);
        return sumOf("content");
    }

    private String sumOf(String name) {
        return shell.run(Map.of(), "sha256sum", home.resolve(name).toString())
                .text()
                .substring(0, 64);
    }
}

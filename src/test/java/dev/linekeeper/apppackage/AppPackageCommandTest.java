package dev.linekeeper.apppackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.OverTenant;
import dev.linekeeper.adapter.cli.ShellRun;
import dev.linekeeper.adapter.cli.output.ProgramVersion;
import dev.linekeeper.simulator.state.Fabrikam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Teams app package from the jar; that Teams would take the manifest is AppPackageTest's. */
class AppPackageCommandTest {
    private static final Path PIECES = Path.of("appPackage");
    private static final String BOT = "6f1c1d3e-6a0e-4a53-9f0e-1f4f6f2b7c11";
    private static final String APP = "0a1b2c3d-0000-4000-8000-00000000000a";

    @TempDir
    private Path folder;

    @Test
    void it_has_the_manifest_with_the_ids_and_the_icons_and_nothing_else() throws IOException {
        var made = run("--bot-id", BOT, "--domain", "Bot.Contoso.com", "--app-id", APP);

        assertThat(made).isEqualTo(new ShellRun(0, "%s written%n".formatted(file()), ""));
        try (var zip = new ZipFile(file().toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("manifest.json", "color.png", "outline.png");
            for (var icon : List.of("color.png", "outline.png")) {
                assertThat(content(zip, icon)).isEqualTo(Files.readAllBytes(PIECES.resolve(icon)));
            }
            assertThat(new String(content(zip, "manifest.json"), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(PIECES.resolve("manifest.json"))
                            .replace(
                                    "${project.version}",
                                    ProgramVersion.number().orElseThrow())
                            .replace("${teams.app.id}", APP)
                            .replace("${teams.bot.id}", BOT)
                            .replace("${teams.bot.domain}", "bot.contoso.com"))
                    .doesNotContain("${");
        }
    }

    @Test
    void the_same_ids_give_the_same_file_and_one_that_is_there_is_left_alone() throws IOException {
        run("--bot-id", BOT, "--domain", "bot.contoso.com");
        var first = Files.readAllBytes(file());

        assertThat(run("--bot-id", APP, "--domain", "bot.contoso.com").err()).contains("is there already");
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
        Files.delete(file());
        run("--bot-id", BOT, "--domain", "bot.contoso.com", "--app-id", BOT);
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --domain bot.contoso.com                                                  | '--bot-id=ID'
        --bot-id 6f1c1d3e-6a0e-4a53-9f0e-1f4f6f2b7c11                             | '--domain=HOST'
        --domain bot.contoso.com --bot-id 00000000-0000-0000-0000-000000000000    | --bot-id is the id of nothing
        --domain bot.contoso.com --bot-id linekeeper                              | --bot-id is an id such as
        --domain https://bot.contoso.com --bot-id 6f1c1d3e-6a0e-4a53-9f0e-1f4f6f2b7c11 | --domain is a host name
        --domain localhost --bot-id 6f1c1d3e-6a0e-4a53-9f0e-1f4f6f2b7c11          | --domain is a host name
        """)
    void without_ids_or_with_those_of_nobody_there_is_none(String arguments, String reason) {
        var refused = run(arguments.split(" +"));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains(reason);
        assertThat(file()).doesNotExist();
    }

    private ShellRun run(String... arguments) {
        var all = Stream.concat(Stream.of("app-package", "--file", file().toString()), Stream.of(arguments));
        return ShellRun.of(new OverTenant(Fabrikam.model().ports()), all.toArray(String[]::new));
    }

    private Path file() {
        return folder.resolve("linekeeper-teams.zip");
    }

    private static byte[] content(ZipFile zip, String entry) throws IOException {
        return zip.getInputStream(zip.getEntry(entry)).readAllBytes();
    }
}

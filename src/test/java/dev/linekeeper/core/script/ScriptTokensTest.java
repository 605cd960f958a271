package dev.linekeeper.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.powershell.PwshOnPath;
import dev.linekeeper.core.request.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PowerShell's own parser reads scripts with names made of everything that means something to it: they stay data. */
@ExtendWith(PwshOnPath.class)
class ScriptTokensTest {
    private static final int SCRIPTS = 150;
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\u2018",
            "\u2019",
            "\u201A",
            "\u201B",
            "\"",
            "\u201C",
            "\u201D",
            "\u201E",
            "`",
            "``",
            "$",
            "$(",
            "${x}",
            ")",
            "{",
            "}",
            ";",
            "|",
            "&",
            "#",
            "#>",
            "<#",
            "<",
            ">",
            "@'",
            "'@",
            "@(",
            "%",
            "-",
            "\u2013",
            "\u2014",
            "\u2015",
            ",",
            ":",
            "\u00A0",
            "\u3000",
            "e\u0301",
            "\u00E9",
            "\u00DF",
            "\uFB01",
            "\u0130",
            "\u7530",
            "\uD83D\uDE00",
            "a",
            "b ",
            "Remove-Item");
    private static final List<String> LINE_BREAKS =
            List.of("\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\u000B", "\u202E", "\u0000");
    private static final String PARSE = """
        $all = foreach ($number in 0..%d) {
            $tokens = $null; $errors = $null
            [Management.Automation.Language.Parser]::ParseFile("$PWD/$number.ps1", [ref] $tokens, [ref] $errors) | Out-Null
            @{ errors = $errors.Count; kinds = $tokens.Kind -join ' '
                literals = @($tokens | Where-Object Kind -eq StringLiteral | ForEach-Object Value) }
        }
        [IO.File]::WriteAllText("$PWD/parsed.json", (ConvertTo-Json $all -Depth 4))
        """;

    @TempDir
    private Path folder;

    @Test
    void names_and_header_lines_of_every_making_change_no_token() throws Exception {
        var random = new Random(23);
        var names = new ArrayList<List<String>>();
        names.add(List.of("plain", "before", "words", "header"));
        for (int run = 1; run < SCRIPTS; run++) {
            names.add(List.of(
                    "x" + name(random) + "y",
                    "b" + name(random) + "z",
                    name(random),
                    "h" + name(random) + LINE_BREAKS.get(random.nextInt(LINE_BREAKS.size())) + name(random)));
        }
        for (int at = 0; at < names.size(); at++) {
            Files.writeString(folder.resolve(at + ".ps1"), script(names.get(at)));
        }

        JsonNode parsed = parsed();

        var plain = literals(parsed.get(0));
        for (int at = 0; at < names.size(); at++) {
            var of = names.get(at);
            assertThat(parsed.get(at).path("errors").asInt()).as("%s", of).isZero();
            assertThat(parsed.get(at).path("kinds").asString())
                    .as("%s", of)
                    .isEqualTo(parsed.get(0).path("kinds").asString());
            assertThat(literals(parsed.get(at)))
                    .isEqualTo(plain.stream()
                            .map(it -> switch (it) {
                                case "plain" -> of.get(0);
                                case "before" -> of.get(1);
                                case "words" -> of.get(2);
                                default -> it.replace("'before'", quoted(of.get(1))); // in what undoes it
                            })
                            .toList());
        }
        assertThat(plain).contains("plain", "before", "words");
    }

    private JsonNode parsed() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        PwshOnPath.program().toString(),
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        PARSE.formatted(SCRIPTS - 1))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(folder.resolve("said.txt"))).isEmpty();
        return new JsonMapper().readTree(Files.readString(folder.resolve("parsed.json")));
    }

    private static String script(List<String> names) {
        return new PlanScript(
                        new RequestId(1042),
                        PlanScriptTest.plan(names.get(0), names.get(1)),
                        names.get(2),
                        Optional.of("7c1b"),
                        0,
                        List.of(names.get(3)),
                        _ -> names.get(2))
                .text();
    }

    private static String name(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .reduce("", String::concat);
    }

    private static String quoted(String name) {
        return "'" + name.replaceAll("['\u2018-\u201B]", "$0$0") + "'";
    }

    private static List<String> literals(JsonNode script) {
        return script.path("literals").valueStream().map(JsonNode::asString).toList();
    }
}

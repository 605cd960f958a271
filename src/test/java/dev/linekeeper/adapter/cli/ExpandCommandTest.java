package dev.linekeeper.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linekeeper.adapter.cli.output.Shell;
import dev.linekeeper.adapter.cli.output.TerminalText;
import dev.linekeeper.chat.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class ExpandCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_card_is_printed_pretty_and_its_warnings_beside_it() throws IOException {
        var template = file("card.json", """
            {"body": [{"$data": "${people}", "$when": "${age > 25}", "text": "${name} of ${$host.h}", "tags": []}]}\
            """);
        var data = file("data.json", """
            {"people": [{"name": "Bo", "age": 31}, {"name": "Cy", "age": 22}]}\
            """);
        var host = file("host.json", "{\"h\": 1}");
        assertThat(run("--template", template, "--data", data, "--host", host)).isZero();
        assertThat(out.toString()).isEqualToNormalizingNewlines("""
            {
              "body": [
                {
                  "text": "Bo of 1",
                  "tags": []
                }
              ]
            }
            """);
        assertThat(err.toString()).contains("(age > 25)").hasLineCount(1);
    }

    @Test
    void a_binding_that_leads_nowhere_is_shown_refused_told_or_replaced() throws IOException {
        var template = file("card.json", "{\"text\": \"Hi ${nmae}\"}");
        assertThat(run("--template", template)).isZero();
        assertThat(out.toString()).contains("Hi ${nmae}");
        assertThat(run("--template", template, "--unbound", "strict")).isEqualTo(2);
        assertThat(err.toString()).contains("Nothing is bound to ${nmae} (at /text)");
        assertThat(run("--template", template, "--unbound", "warn")).isZero();
        assertThat(err.toString()).contains("WARN: Nothing is bound to ${nmae} (at /text).");
        assertThat(run("--template", template, "--unbound", "substitute=you")).isZero();
        assertThat(out.toString()).contains("Hi you");
        assertThat(run("--template", template, "--unbound", "maybe")).isEqualTo(2);
    }

    @Test
    void a_mistake_in_a_template_is_told_with_file_pointer_and_column() throws IOException {
        var template = file("card.json", "{\"body\": [{\"text\": \"Hi ${length(5)}\"}]}");
        assertThat(run("--template", template)).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("%s: length argument 1 should be a string, not a number (at /body/0/text, column 6)"
                        .formatted(template));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_named() throws IOException {
        var template = file("card.json", "{}");
        var broken = file("broken.json", "{\n \"a\" 1}");
        assertThat(run("--template", template, "--data", broken)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith(broken + " is not JSON: line 2, column ")
                .hasLineCount(1);
        assertThat(run("--template", folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cannot read " + folder.resolve("none.json"));
        assertThat(run("--template", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).endsWith("cannot read %s%n".formatted(folder));
        assertThat(run("--data", broken)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void every_line_has_an_answer_in_order() {
        var answers = answers("""
            {"template": {"a": "${n}", "b": "${$host.h}"}, "data": {"n": 1}, "host": {"h": 2}}
            {"expression": "utcNow('yyyy')", "now": "2020-01-01T00:00:00Z"}

            rubbish
            {"expression": "1 / 0"}
            {"expression": "undefined"}
            [1]
            {"template": {"x": ["${1 +}"]}}
            {"expression": "1", "now": "yesterday"}
            {"expression": "1"} {"expression": "2"}
            {"expression": "1 + 1"}
            """);
        assertThat(answers)
                .containsExactly(
                        "{\"output\":{\"a\":1,\"b\":2}}",
                        "{\"value\":\"2020\"}",
                        "{\"error\":\"the line has neither a template nor an expression\"}",
                        answers[3],
                        "{\"error\":\"Cannot divide by 0.\"}",
                        "{\"value\":null}",
                        "{\"error\":\"the line has neither a template nor an expression\"}",
                        "{\"error\":\"The expression ends too early. (at /x/0, column 6)\"}",
                        "{\"error\":\"now is not a time such as 2026-11-22T10:00:00Z\"}",
                        answers[9],
                        "{\"value\":2}");
        assertThat(answers[3]).startsWith("{\"error\":").contains("rubbish");
        assertThat(answers[9]).startsWith("{\"error\":");
    }

    @Test
    void a_huge_line_and_a_bottomless_one_are_only_lines() {
        String huge = "{\"expression\": \"length(s)\", \"data\": {\"s\": \"%s\"}}".formatted("x".repeat(2_000_000));
        assertThat(answers(huge + "\n" + "[".repeat(100_000) + "\n{\"expression\": \"1\"}\n"))
                .satisfies(answers -> assertThat(answers[0]).isEqualTo("{\"value\":2000000}"))
                .satisfies(answers -> assertThat(answers[1]).startsWith("{\"error\":"))
                .satisfies(answers -> assertThat(answers[2]).isEqualTo("{\"value\":1}"));
    }

    private String[] answers(String lines) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run()).isZero();
        } finally {
            System.setIn(before);
        }
        return out.toString().split("\\R");
    }

    private int run(String... arguments) {
        var shell = new Shell(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new TerminalText(Ansi.OFF),
                Wording.of(Locale.ENGLISH)::say);
        return new CommandLine(new ExpandCommand(shell)).execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
